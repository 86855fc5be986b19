import type { ConfigField } from '@haiilo-kit/manifest'
import { defineFields } from '@haiilo-kit/manifest/config'
import { describe, expect, it } from 'vitest'

import { mustBeFilled } from './field-kind.js'
import { formFields } from './form-fields.js'
import {
  invalidKeys,
  isDirty,
  openForm,
  storedOf,
  valuesOf,
  withEntry,
  withSaved,
  type FormState,
} from './form-state.js'

const canteen: ConfigField = {
  key: 'canteen',
  type: 'select',
  options: [
    { value: 1, label: { en: 'North' } },
    { value: '1', label: { en: 'South' } },
    { value: true, label: { en: 'Both' } },
  ],
  default: '1',
  required: true,
}
const dishes: ConfigField = { key: 'dishes', type: 'number', min: 1, max: 10 }
const note: ConfigField = { key: 'note', type: 'textarea', pattern: '^[a-z]*$' }
const vegan: ConfigField = { key: 'vegan', type: 'checkbox', required: true }
const fields = [canteen, dishes, note, vegan]

const open = (source: unknown, entryPoint: string | undefined, stored: unknown): FormState =>
  openForm(formFields(source, entryPoint), stored)

describe('an opened form', () => {
  it('has the defaults if nothing is stored', () => {
    expect(valuesOf(open(fields, undefined, {}))).toEqual({ canteen: '1', vegan: false })
  })

  it('has the stored values with their types', () => {
    const stored = { canteen: 1, dishes: 3, note: 'abc', vegan: true }
    expect(valuesOf(open(fields, undefined, stored))).toEqual(stored)
    expect(valuesOf(open(fields, undefined, { ...stored, canteen: true }))['canteen']).toBe(true)
  })

  it.each([
    ['a value that is not an option', { canteen: 'east' }, 'canteen'],
    ['a text for a number', { dishes: '3' }, 'dishes'],
    ['a number out of bounds', { dishes: 11 }, 'dishes'],
    ['an object', { note: { a: 1 } }, 'note'],
    ['a text that does not match the pattern', { note: 'ABC' }, 'note'],
  ])('uses the default instead of %s, and reports the key', (_, stored, key) => {
    const form = open(fields, undefined, stored)
    expect([...form.staleKeys]).toEqual([key])
    expect(valuesOf(form)).toEqual({ canteen: '1', vegan: false })
    expect(isDirty(form)).toBe(false)
  })

  it.each([[null], ['text'], [1], [[]], [new Map([['note', 'abc']])]])(
    'treats %j as an empty configuration',
    (stored) => {
      expect(valuesOf(open(fields, undefined, stored))).toEqual({ canteen: '1', vegan: false })
    },
  )

  it('ignores inherited properties', () => {
    const inherited: unknown = Object.create({ note: 'abc' })
    expect(valuesOf(open(fields, undefined, inherited))['note']).toBeUndefined()
  })

  it('ignores a default that is invalid for its own field', () => {
    expect(valuesOf(open([{ ...dishes, default: 'three' }], undefined, {}))).toEqual({})
  })
})

describe('a form of fields with a version', () => {
  const moved = defineFields([{ key: 'canteen', type: 'text', default: 'main' }], {
    version: 2,
    migrate: ({ kitchen }) => ({ canteen: kitchen }),
  })

  it('migrates the configuration of an older version, and stores the current version', () => {
    const form = open(moved, 'first', { kitchen: 'north' })
    expect([valuesOf(form), isDirty(form)]).toEqual([{ canteen: 'north' }, false])
    expect(storedOf(form)).toEqual({ canteen: 'north', configVersion: 2 })
    expect(valuesOf(withSaved(form, form, storedOf(form)))).toEqual({ canteen: 'north' })
  })

  it('is unreadable if the migration fails', () => {
    const failing = defineFields([note], {
      version: 1,
      migrate: () => {
        throw new Error('unknown kitchen')
      },
    })
    const form = open(failing, undefined, { note: 'abc' })
    expect([form.isUnreadable, form.fields, form.problems]).toEqual([true, [], ['Error: unknown kitchen']])
  })
})

describe('the source of the fields', () => {
  const id = '7c9b2f64-1d38-4e0a-8f6d-52a6c0e94b1d'
  const manifest = {
    config: [note],
    entryPoints: [
      { id, config: [dishes] },
      { id: 'other', config: [vegan] },
    ],
  }
  const keysOf = (source: unknown, entryPoint?: string): string[] =>
    open(source, entryPoint, {}).fields.map(({ key }) => key)

  it('contains the global fields, and those of one entry point or of all of them', () => {
    expect(keysOf(manifest)).toEqual(['note', 'dishes', 'vegan'])
    expect(keysOf(manifest, id)).toEqual(['note', 'dishes'])
    expect(keysOf(JSON.stringify(manifest), id)).toEqual(['note', 'dishes'])
    expect(keysOf(`\uFEFF${JSON.stringify(fields)}`)).toEqual(['canteen', 'dishes', 'note', 'vegan'])
  })

  it.each<[string, unknown, string[]]>([
    ['invalid JSON', '{"config": [', []],
    ['nothing', null, []],
    ['a number', 7, []],
    ['a list of anything', [null, 1, 'text', [], {}, { key: '' }, { key: 7 }, note], ['note']],
    ['`config` as an object', { config: { note } }, []],
    ['entry points as an object', { config: [note], entryPoints: {} }, ['note']],
    ['a key given twice', [note, { ...dishes, key: 'note' }], ['note']],
    ['options without a value', [{ ...canteen, options: [{ label: { en: 'North' } }] }, note], ['note']],
    ['options that are not a list', [{ ...canteen, options: { north: 'North' } }, note], ['note']],
  ])('can be %s, and the fields that are valid are used', (_, source, keys) => {
    expect(keysOf(source)).toEqual(keys)
  })

  it('is unreadable only if none of its fields can be rendered', () => {
    expect(open('{', undefined, {}).isUnreadable).toBe(true)
    expect(open([null], undefined, {}).isUnreadable).toBe(true)
    expect(open([null, note], undefined, {}).isUnreadable).toBe(false)
    expect(open([], undefined, {}).isUnreadable).toBe(false)
  })

  it('is not quoted in the message about invalid JSON', () => {
    expect(formFields('{ "password": enigma', undefined).problems).toEqual([
      'TypeError: The manifest is not valid JSON. `haiilo-kit validate` shows where.',
    ])
  })

  it('keeps the stored value of a field that cannot be rendered', () => {
    for (const options of ['all', [], undefined, [{}]]) {
      const form = open([{ ...canteen, options }, note], undefined, { canteen: { at: 'north' }, note: 'abc' })
      expect([form.fields, form.problems.length]).toEqual([[note], 1])
      expect(valuesOf(form)).toEqual({ note: 'abc' })
      expect(storedOf(form)).toEqual({ canteen: { at: 'north' }, note: 'abc' })
    }
  })
})

describe('an edited form', () => {
  const opened = open(fields, undefined, { canteen: 1, dishes: 3 })

  it('is dirty while its values differ from the stored ones', () => {
    const changed = withEntry(opened, 'dishes', '4')
    expect([isDirty(opened), isDirty(changed), isDirty(withEntry(changed, 'dishes', '3'))]).toEqual([
      false,
      true,
      false,
    ])
    expect(isDirty(withSaved(changed, changed, storedOf(changed)))).toBe(false)
  })

  it('leaves out an emptied number', () => {
    expect(valuesOf(withEntry(opened, 'dishes', ''))).toEqual({ canteen: 1, vegan: false })
  })

  it.each<[what: string, field: object, stored: object, value: unknown]>([
    ['a text with a default is empty', { default: 'Hello' }, {}, ''],
    ['a long text with a default is empty', { type: 'textarea', default: 'Hello' }, {}, ''],
    ['a text of an unknown type is empty', { type: 'colour', default: 'red' }, {}, ''],
    ['a text that was stored is empty', {}, { a: 'Hello' }, ''],
    ['a text that was stored empty is empty', {}, { a: '' }, ''],
    ['a text that was never stored is absent', {}, {}, undefined],
    ['a text that was stored as null is absent', {}, { a: null }, undefined],
  ])('after emptying the field, %s', (_, field, stored, value) => {
    const form = open([{ key: 'a', type: 'text', ...field }], undefined, stored)
    const emptied = withEntry(form, 'a', '')
    expect([valuesOf(emptied)['a'], [...invalidKeys(emptied)]]).toEqual([value, []])
    const again = openForm(form, storedOf(emptied))
    expect([again.entries.get('a'), storedOf(again)]).toEqual(['', storedOf(emptied)])
  })

  it.each<[what: string, field: object, isInvalid: boolean]>([
    ['a number with a default', { type: 'number', default: 3 }, true],
    ['a number without one', { type: 'number' }, false],
    ['a number whose default does not fit', { type: 'number', max: 2, default: 3 }, false],
    ['a choice with a default', { ...canteen, required: false }, true],
    ['a text with a default', { default: 'a' }, false],
    ['a required text with a default', { default: 'a', required: true }, true],
  ])('requires a value if the default would come back: %s', (_, field, isInvalid) => {
    const declared = { type: 'text', ...field, key: 'a' }
    expect(mustBeFilled(declared)).toBe(isInvalid)
    expect(invalidKeys(withEntry(open([declared], undefined, {}), 'a', '')).has('a')).toBe(isInvalid)
  })

  it('accepts an option with an empty value in a choice with a default', () => {
    const field = {
      ...canteen,
      required: false,
      options: [
        { value: '', label: {} },
        { value: '1', label: {} },
      ],
    }
    const form = withEntry(open([field], undefined, {}), 'canteen', '0')
    expect([[...invalidKeys(form)], storedOf(form)]).toEqual([[], { canteen: '' }])
  })

  it('carries entries over by value when the fields change', () => {
    const entered = opened.fields.reduce((form, { key }) => withEntry(form, key, key === 'vegan' ? true : '2'), opened)
    const reversed = { ...canteen, options: canteen.options?.toReversed() } as ConfigField
    const carried = (...list: ConfigField[]): unknown =>
      valuesOf(openForm(formFields(list, undefined), opened.stored, entered.entered))
    expect(carried(reversed)).toEqual({ canteen: true })
    expect(carried({ ...dishes, type: 'text' })).toEqual({ dishes: '2' })
    expect(carried({ ...dishes, type: 'checkbox' })).toEqual({ dishes: false })
    expect(carried({ ...vegan, type: 'text' })).toEqual({})
    expect(carried({ ...canteen, type: 'text', options: undefined } as never)).toEqual({ canteen: '1' })
    const gone = openForm(formFields([], undefined), opened.stored, entered.entered)
    expect(valuesOf(openForm(formFields(fields, undefined), opened.stored, gone.entered))).toEqual(valuesOf(entered))
  })

  it('keeps entries that were made during a save', () => {
    const saved = withEntry(opened, 'note', 'abc')
    const later = withEntry(saved, 'dishes', '5')
    const kept = withSaved(later, saved, storedOf(saved))
    expect([valuesOf(kept)['dishes'], isDirty(kept), [...kept.entered.keys()]]).toEqual([5, true, ['dishes']])
  })

  it.each<[string, string, string]>([
    ['a required choice that was cleared', 'canteen', ''],
    ['an option that does not exist', 'canteen', '9'],
    ['a number out of bounds', 'dishes', '11'],
    ['a text in a number', 'dishes', 'x'],
    ['a text that does not match the pattern', 'note', 'ABC'],
  ])('is invalid with %s', (_, key, entry) => {
    expect([...invalidKeys(withEntry(opened, key, entry))]).toEqual([key])
  })

  it('is valid otherwise', () => {
    expect([...invalidKeys(opened)]).toEqual([])
    expect([...invalidKeys(withEntry(withEntry(opened, 'note', ''), 'dishes', '10'))]).toEqual([])
  })
})
