import { describe, expect, it } from 'vitest'
import { findingsOfField } from '../../test/manifest-with.js'

function options(...values: unknown[]): readonly unknown[] {
  return values.map((value) => ({ value, label: { en: 'x' } }))
}

describe('options', () => {
  it.each<[name: string, members: Record<string, unknown>, found: string[]]>([
    ['of a choice', { type: 'select', options: options('a', 'b') }, []],
    ['of a text', { type: 'text', options: options('a') }, ['misplaced-options /options']],
    ['of a number', { type: 'number', options: options(1) }, ['misplaced-options /options']],
    ['of a type that is unknown', { type: 'chips', options: options('a') }, ['unconfirmed-field-type /type']],
    ['that are none', { type: 'radio' }, ['missing-field /options']],
    ['with the same value', { type: 'radio', options: options('a', 'b', 'a') }, ['duplicate-option /options/2/value']],
    ['with no value', { type: 'radio', options: [{ label: { en: 'x' } }] }, ['missing-field /options/0/value']],
    ['of several types', { type: 'radio', options: options('1', 1, true) }, ['mixed-option-types /options']],
    [
      'that are lists',
      { type: 'radio', options: options([], []) },
      ['wrong-type /options/0/value', 'wrong-type /options/1/value'],
    ],
  ])('%s', (_, members, found) => {
    expect(findingsOfField(members)).toEqual(found)
  })
})
