import { expect, it } from 'vitest'

import { textProblems } from './text-problems.js'

type Field = Parameters<typeof textProblems>[1]

const field = (constraints: Partial<Field> = {}): Field => ({
  type: 'text',
  required: false,
  minLength: undefined,
  maxLength: undefined,
  pattern: undefined,
  min: undefined,
  max: undefined,
  step: undefined,
  ...constraints,
})
const email = field({ type: 'email' })
const url = field({ type: 'url' })
const number = field({ type: 'number' })

it.each<[string, string, Field, string | undefined]>([
  ['an empty optional text', '', field({ minLength: 3, pattern: 'a' }), undefined],
  ['an empty required text', '', field({ required: true }), 'valueMissing'],
  ['only spaces in a required text', ' ', field({ required: true }), undefined],
  ['exactly the allowed length', 'abc', field({ minLength: 3, maxLength: 3 }), undefined],
  ['a text that is too short', 'ab', field({ minLength: 3 }), 'tooShort'],
  ['a text that is too long', 'abcd', field({ maxLength: 3 }), 'tooLong'],
  ['a text with a maximum length of 0', 'a', field({ maxLength: 0 }), 'tooLong'],
  ['an emoji, which has two code units', '😀', field({ maxLength: 1 }), 'tooLong'],
  ['a text that matches the pattern', 'abc', field({ pattern: '[a-c]+' }), undefined],
  ['a text that matches the pattern only in part', 'abcd', field({ pattern: '[a-c]+' }), 'patternMismatch'],
  ['a text with an invalid pattern', 'abc', field({ pattern: '[' }), undefined],
  ['an e-mail address', 'ada@example.com', email, undefined],
  ['an e-mail address in a sentence', 'to ada@example.com', email, 'typeMismatch'],
  ['a text that is not an e-mail address', 'ada', email, 'typeMismatch'],
  ['two e-mail addresses', 'ada@example.com,bob@example.com', email, 'typeMismatch'],
  ['a web address', 'https://example.com/lunch?day=1', url, undefined],
  ['a web address with http', 'http://example.com', url, undefined],
  ['a web address without a scheme', 'example.com', url, 'typeMismatch'],
  ['a javascript address', 'javascript:alert(1)', url, 'typeMismatch'],
  ['a file address', 'file:///tmp', url, 'typeMismatch'],
  ['a number', '1.5', number, undefined],
  ['a number with a comma', '1,5', number, 'badInput'],
  ['a text that is not a number', 'x', number, 'badInput'],
  ['a number larger than JavaScript supports', '1e999', number, 'badInput'],
  ['the only allowed number', '1', field({ type: 'number', min: 1, max: 1 }), undefined],
  ['a number below min', '0', field({ type: 'number', min: 1 }), 'rangeUnderflow'],
  ['a number above max', '2', field({ type: 'number', max: 1 }), 'rangeOverflow'],
  ['a multiple of a fractional step', '0.3', field({ type: 'number', step: 0.1 }), undefined],
  ['a step from min', '5', field({ type: 'number', min: 2, step: 3 }), undefined],
  ['a number between two steps', '4', field({ type: 'number', min: 2, step: 3 }), 'stepMismatch'],
  ['any number with a step of 0', '4', field({ type: 'number', step: 0 }), undefined],
])('finds the only problem of %s', (_, value, constraints, flag) => {
  expect(textProblems(value, constraints).map((each) => each.flag)).toEqual(flag ? [flag] : [])
})

it.each<[string, string, Field, readonly string[]]>([
  [
    'a text that is too short, not an address and does not match the pattern',
    'A',
    { ...email, minLength: 2, pattern: '[a-z]+' },
    ['tooShort', 'typeMismatch', 'patternMismatch'],
  ],
  ['a text that is too short and too long', 'ab', field({ minLength: 3, maxLength: 1 }), ['tooShort', 'tooLong']],
  [
    'a number that is below min, above max and between two steps',
    '3.5',
    field({ type: 'number', min: 5, max: 1, step: 1 }),
    ['rangeUnderflow', 'rangeOverflow', 'stepMismatch'],
  ],
])('finds all problems of %s', (_, value, constraints, flags) => {
  expect(textProblems(value, constraints).map((each) => each.flag)).toEqual(flags)
})
