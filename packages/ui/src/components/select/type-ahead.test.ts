import { describe, expect, it } from 'vitest'

import { createTypeAhead } from './type-ahead.js'

const CITIES = ['Bern', 'Berlin', 'Bonn', 'New York'].map((label) => ({ value: label, label }))

/** Types keys with `pause` milliseconds between them. Returns the last match. */
function type(keys: readonly string[], pause: number, rest: Partial<KeyboardEvent> = {}): number | undefined {
  const find = createTypeAhead()
  let match: number | undefined
  keys.forEach((key, index) => {
    match = find({ key, timeStamp: index * pause, ...rest } as KeyboardEvent, CITIES, Math.max(match ?? -1, -1), 'en')
  })
  return match
}

describe('createTypeAhead', () => {
  it('combines letters in quick succession into one search text', () => {
    expect(type(['b', 'o'], 100)).toBe(2)
    expect(type(['N', 'E', 'w', ' ', 'y'], 100)).toBe(3)
    expect(type(['b', 'e', 'r', 'l'], 100)).toBe(1)
  })

  it('starts again after a pause', () => {
    expect(type(['b', 'n'], 100)).toBe(-1)
    expect(type(['b', 'n'], 600)).toBe(3)
    expect(type(['b', ' '], 600)).toBeUndefined()
  })

  it('moves to the next match with the same letter, and from the last to the first', () => {
    expect(type(['b', 'b', 'b'], 100)).toBe(2)
    expect(type(['b', 'b', 'b', 'b'], 100)).toBe(0)
  })

  it.each([
    ['en', 0],
    ['de', 0],
    ['sv', 1],
  ])('compares letters by the rules of the language %s', (language, index) => {
    const options = ['Älmhult', 'Arvika'].map((label) => ({ value: label, label }))
    const key = { key: 'a', timeStamp: 0 } as KeyboardEvent
    expect(createTypeAhead()(key, options, -1, language)).toBe(index)
  })

  it.each([
    ['Enter', {}],
    ['Dead', {}],
    ['', {}],
    ['a', { ctrlKey: true }],
    ['a', { altKey: true }],
    ['a', { metaKey: true }],
    ['a', { isComposing: true }],
  ])('returns undefined for the key %j with %o', (key, rest) => {
    expect(type([key], 0, rest)).toBeUndefined()
  })
})
