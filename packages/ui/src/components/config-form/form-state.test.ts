import type { ConfigField } from '@haiilo-kit/manifest'
import { describe, expect, it } from 'vitest'

import { enter, invalidKeys, isDirty, keep, openForm, valuesOf } from './form-state.js'

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

describe('a form that is opened', () => {
  it('has the defaults where nothing is stored', () => {
    expect(valuesOf(openForm(fields, undefined, {}))).toEqual({ canteen: '1', vegan: false })
  })

  it('has what is stored, with its type', () => {
    const stored = { canteen: 1, dishes: 3, note: 'abc', vegan: true }
    expect(valuesOf(openForm(fields, undefined, stored))).toEqual(stored)
    expect(valuesOf(openForm(fields, undefined, { ...stored, canteen: true }))['canteen']).toBe(true)
  })

  it.each([
    ['a value that is no option', { canteen: 'east' }, 'canteen'],
    ['a text for a number', { dishes: '3' }, 'dishes'],
    ['a number out of bounds', { dishes: 11 }, 'dishes'],
    ['an object', { note: { a: 1 } }, 'note'],
    ['a text that has not the form', { note: 'ABC' }, 'note'],
  ])('takes the default for %s, and says so', (_, stored, key) => {
    const form = openForm(fields, undefined, stored)
    expect([...form.unfit]).toEqual([key])
    expect(valuesOf(form)).toEqual({ canteen: '1', vegan: false })
    expect(isDirty(form)).toBe(false)
  })

  it.each([[null], ['text'], [1], [[]], [new Map([['note', 'abc']])]])('takes %j for nothing stored', (stored) => {
    expect(valuesOf(openForm(fields, undefined, stored))).toEqual({ canteen: '1', vegan: false })
  })

  it('has no value that the prototype brings', () => {
    const inherited: unknown = Object.create({ note: 'abc' })
    expect(valuesOf(openForm(fields, undefined, inherited))['note']).toBeUndefined()
  })

  it('passes over a default that does not fit its own field', () => {
    expect(valuesOf(openForm([{ ...dishes, default: 'three' }], undefined, {}))).toEqual({})
  })
})

describe('what a form is drawn from', () => {
  const id = '7c9b2f64-1d38-4e0a-8f6d-52a6c0e94b1d'
  const manifest = {
    config: [note],
    entryPoints: [
      { id, config: [dishes] },
      { id: 'other', config: [vegan] },
    ],
  }
  const keysOf = (source: unknown, entryPoint?: string): string[] =>
    openForm(source, entryPoint, {}).fields.map(({ key }) => key)

  it('is the global fields, and those of the entry point or of all', () => {
    expect(keysOf(manifest)).toEqual(['note', 'dishes', 'vegan'])
    expect(keysOf(manifest, id)).toEqual(['note', 'dishes'])
    expect(keysOf(JSON.stringify(manifest), id)).toEqual(['note', 'dishes'])
    expect(keysOf(`\uFEFF${JSON.stringify(fields)}`)).toEqual(['canteen', 'dishes', 'note', 'vegan'])
  })

  it.each<[string, unknown, string[]]>([
    ['text that is no JSON', '{"config": [', []],
    ['nothing', null, []],
    ['a number', 7, []],
    ['a list of anything', [null, 1, 'text', [], {}, { key: '' }, { key: 7 }, note], ['note']],
    ['`config` as an object', { config: { note } }, []],
    ['entry points as an object', { config: [note], entryPoints: {} }, ['note']],
    ['a key given twice', [note, { ...dishes, key: 'note' }], ['note']],
    ['options without a value', [{ ...canteen, options: [{ label: { en: 'North' } }] }, note], ['note']],
    ['options that are no list', [{ ...canteen, options: { north: 'North' } }, note], ['note']],
  ])('may be %s', (_, source, keys) => {
    expect(keysOf(source)).toEqual(keys)
  })

  it('is unreadable where nothing of it can be drawn, and only then', () => {
    expect(openForm('{', undefined, {}).isUnreadable).toBe(true)
    expect(openForm([null], undefined, {}).isUnreadable).toBe(true)
    expect(openForm([null, note], undefined, {}).isUnreadable).toBe(false)
    expect(openForm([], undefined, {}).isUnreadable).toBe(false)
  })

  it('does not lose what is stored for a field that cannot be drawn', () => {
    const form = openForm([{ ...canteen, options: 'all' }, note], undefined, { canteen: 'north', note: 'abc' })
    expect(valuesOf(form)).toEqual({ canteen: 'north', note: 'abc' })
  })
})

describe('a form in use', () => {
  const opened = openForm(fields, undefined, { canteen: 1, dishes: 3 })

  it('is dirty while something differs from what is stored', () => {
    const changed = enter(opened, 'dishes', '4')
    expect([isDirty(opened), isDirty(changed), isDirty(enter(changed, 'dishes', '3'))]).toEqual([false, true, false])
    expect(isDirty(keep(changed, changed.entries))).toBe(false)
  })

  it('leaves out what was emptied', () => {
    expect(valuesOf(enter(opened, 'dishes', ''))).toEqual({ canteen: 1, vegan: false })
  })

  it.each<[string, string, string]>([
    ['a required choice that was taken back', 'canteen', ''],
    ['an option that there is not', 'canteen', '9'],
    ['a number out of bounds', 'dishes', '11'],
    ['no number', 'dishes', 'x'],
    ['a text that has not the form', 'note', 'ABC'],
  ])('is not valid with %s', (_, key, entry) => {
    expect([...invalidKeys(enter(opened, key, entry))]).toEqual([key])
  })

  it('is valid with everything else', () => {
    expect([...invalidKeys(opened)]).toEqual([])
    expect([...invalidKeys(enter(enter(opened, 'note', ''), 'dishes', '10'))]).toEqual([])
  })
})
