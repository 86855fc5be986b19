import { describe, expect, it } from 'vitest'
import { findingsOf, findingsOfField } from '../../test/manifest-with.js'

function field(key: unknown): Record<string, unknown> {
  return { key, type: 'text' }
}

describe('the keys of fields', () => {
  it.each<[name: string, members: Record<string, unknown>, found: string[]]>([
    ['differ', { config: [field('a'), field('b')], entryPoints: [{ config: [field('c')] }] }, []],
    ['meet in the global list', { config: [field('a'), field('a')] }, ['doubled-key /config/1/key']],
    [
      'meet in the list of an entry point',
      { entryPoints: [{ config: [field('a'), field('b'), field('a')] }] },
      ['doubled-key /entryPoints/0/config/2/key'],
    ],
    [
      'meet in the list of an entry point and the global one',
      { config: [field('a')], entryPoints: [{}, { config: [field('a')] }] },
      ['doubled-key /entryPoints/1/config/0/key'],
    ],
    ['are the same in two entry points', { entryPoints: [{ config: [field('a')] }, { config: [field('a')] }] }, []],
    ['differ in capital letters', { config: [field('a'), field('A')] }, []],
    ['are no texts', { config: [field(1), field(1)] }, ['wrong-type /config/0/key', 'wrong-type /config/1/key']],
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

  it('are not empty', () => {
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
