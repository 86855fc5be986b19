import { expect, test } from 'vitest'
import { isShallowEqual } from './is-shallow-equal.js'

const inner = { canteen: 'north' }
const date = new Date(0)

test.each<[string, unknown, unknown, boolean]>([
  ['the same text', 'a', 'a', true],
  ['two texts', 'a', 'b', false],
  ['NaN twice', NaN, NaN, true],
  ['zero and minus zero', 0, -0, false],
  ['null and undefined', null, undefined, false],
  ['objects of the same members', { a: 1, inner }, { a: 1, inner }, true],
  ['objects of equal, not same members', { inner: { a: 1 } }, { inner: { a: 1 } }, false],
  ['an object with a member less', { a: 1, b: undefined }, { a: 1 }, false],
  ['objects of as many members by other names', { a: undefined }, { b: undefined }, false],
  ['records without a prototype', Object.assign(Object.create(null), { a: 1 }), { a: 1 }, true],
  ['arrays of the same members', [1, inner], [1, inner], true],
  ['arrays in another order', [1, 2], [2, 1], false],
  ['an array and an object of the same keys', [1], { 0: 1 }, false],
  ['the same date', date, date, true],
  ['two dates, which have no members to compare', new Date(0), new Date(1), false],
  ['two maps', new Map([[1, 1]]), new Map([[1, 2]]), false],
  ['two functions', () => 1, () => 1, false],
])('compares %s', (_, one, other, equal) => {
  expect(isShallowEqual(one, other)).toBe(equal)
  expect(isShallowEqual(other, one)).toBe(equal)
})
