import { describe, expect, it } from 'vitest'

import { createTypeAhead } from './type-ahead.js'

const CITIES = ['Bern', 'Berlin', 'Bonn', 'New York'].map((label) => ({ value: label, label }))

/** Types, each key so many milliseconds after the one before. Gives back the last match. */
function type(keys: readonly string[], pause: number, rest: Partial<KeyboardEvent> = {}): number | undefined {
  const find = createTypeAhead()
  let place: number | undefined
  keys.forEach((key, index) => {
    place = find({ key, timeStamp: index * pause, ...rest } as KeyboardEvent, CITIES, Math.max(place ?? -1, -1), 'en')
  })
  return place
}

describe('createTypeAhead', () => {
  it('takes letters in quick succession for one word', () => {
    expect(type(['b', 'o'], 100)).toBe(2)
    expect(type(['N', 'E', 'w', ' ', 'y'], 100)).toBe(3)
    expect(type(['b', 'e', 'r', 'l'], 100)).toBe(1)
  })

  it('starts anew after a pause', () => {
    expect(type(['b', 'n'], 100)).toBe(-1)
    expect(type(['b', 'n'], 600)).toBe(3)
    expect(type(['b', ' '], 600)).toBeUndefined()
  })

  it('goes on with the same letter, and around the end', () => {
    expect(type(['b', 'b', 'b'], 100)).toBe(2)
    expect(type(['b', 'b', 'b', 'b'], 100)).toBe(0)
  })

  it.each([
    ['en', 0],
    ['de', 0],
    ['sv', 1],
  ])('compares letters by the rules of the language %s', (language, place) => {
    const options = ['Älmhult', 'Arvika'].map((label) => ({ value: label, label }))
    const key = { key: 'a', timeStamp: 0 } as KeyboardEvent
    expect(createTypeAhead()(key, options, -1, language)).toBe(place)
  })

  it.each([
    ['Enter', {}],
    ['Dead', {}],
    ['', {}],
    ['a', { ctrlKey: true }],
    ['a', { altKey: true }],
    ['a', { metaKey: true }],
    ['a', { isComposing: true }],
  ])('leaves %j with %o to others', (key, rest) => {
    expect(type([key], 0, rest)).toBeUndefined()
  })
})
