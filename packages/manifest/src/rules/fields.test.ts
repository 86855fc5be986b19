import { describe, expect, it } from 'vitest'
import { HEDGED } from '../../test/hedged.js'
import { findingsOf, findingsOfField, manifestWith } from '../../test/manifest-with.js'
import { parseManifest } from '../parse/parse-manifest.js'

function field(key: unknown): Record<string, unknown> {
  return { key, type: 'text' }
}

describe('the keys of fields', () => {
  it.each<[name: string, members: Record<string, unknown>, found: string[]]>([
    ['differ', { config: [field('a'), field('b')], entryPoints: [{ config: [field('c')] }] }, []],
    ['meet in the global list', { config: [field('a'), field('a')] }, ['duplicate-field-key /config/1/key']],
    [
      'meet in the list of an entry point',
      { entryPoints: [{ config: [field('a'), field('b'), field('a')] }] },
      ['duplicate-field-key /entryPoints/0/config/2/key'],
    ],
    [
      'meet in the list of an entry point and the global one',
      { config: [field('a')], entryPoints: [{}, { config: [field('a')] }] },
      ['duplicate-field-key /entryPoints/1/config/0/key'],
    ],
    ['are the same in two entry points', { entryPoints: [{ config: [field('a')] }, { config: [field('a')] }] }, []],
    ['differ in capital letters', { config: [field('a'), field('A')] }, []],
    ['are not texts', { config: [field(1), field(1)] }, ['wrong-type /config/0/key', 'wrong-type /config/1/key']],
  ])('%s', (_, members, found) => {
    expect(findingsOf(members)).toEqual(found)
  })

  it.each(['canteen', 'main-canteen', 'mainCanteen', 'main_canteen', 'küche', '2', 'constructors'])(
    'are safe to read: %j',
    (key) => {
      expect(findingsOfField({ key })).toEqual([])
    },
  )

  it.each(['a.b', 'a b', 'a\n', '\u200Ba', '\0', '__proto__', 'constructor', 'prototype', 'toString', '.'])(
    'are not safe to read: %j',
    (key) => {
      expect(findingsOfField({ key })).toEqual(['unsafe-key /key'])
    },
  )

  it('must not be empty', () => {
    expect(findingsOfField({ key: '' })).toContain('unsafe-key /key')
  })
})

describe('the type of a field', () => {
  it.each(['text', 'number'])('is documented: %s', (type) => {
    expect(findingsOfField({ type })).toEqual([])
  })

  it.each(['checkbox', 'textarea', 'boolean', 'Text', '', 'toString'])('is not documented: %j', (type) => {
    expect(findingsOfField({ type })).toEqual(['unconfirmed-field-type /type'])
  })
})

describe('an unknown type of field', () => {
  it.each<[nearest: string, names: string]>([
    ['text', 'string String STRING text-field input email url date Text txt tetx'],
    ['textarea', 'textArea text-area text_area TextArea longText multi-line textara'],
    ['number', 'integer int Integer float numbr Number nubmer intger'],
    ['checkbox', 'boolean bool Boolean toggle switch check-box checkBox chekbox bolean'],
    ['select', 'dropdown drop-down dropDown enum selct Select combobox dropdwon'],
    ['radio', 'radio-button radioGroup radios Radio raido'],
  ])('is closest to %s: %s', (nearest, names) => {
    for (const type of names.split(' ')) {
      const config = [{ key: 'a', type, label: { en: 'A' } }]
      const [finding] = parseManifest(manifestWith({ config })).findings.filter(({ pointer }) =>
        pointer.endsWith('/type'),
      )
      expect(finding?.rule).toBe('unconfirmed-field-type')
      expect(finding?.message).toContain(`The nearest known type is "${nearest}"`)
      expect(finding?.message).toMatch(HEDGED)
    }
  })

  it.each(['', 'colour-picker-of-the-canteen', 'zzz', '日付', '__proto__', 'password'])(
    'has no nearest one: %j',
    (type) => {
      const { findings } = parseManifest(manifestWith({ config: [{ key: 'a', type, label: { en: 'A' } }] }))
      expect(findings[0]?.message).not.toContain('nearest')
      expect(findings[0]?.message).toContain('use "text", "number", "radio" or "select".')
    },
  )
})

describe('a required field', () => {
  it.each<[members: Record<string, unknown>, found: string[]]>([
    [{ required: true }, ['required-without-default /required']],
    [{ required: true, default: '' }, ['required-without-default /required']],
    [{ required: true, default: 'main' }, []],
    [{ required: true, type: 'number', default: 0 }, []],
    [{ required: false }, []],
    [{ default: '' }, []],
  ])('%j', (members, found) => {
    expect(findingsOfField(members)).toEqual(found)
  })
})
