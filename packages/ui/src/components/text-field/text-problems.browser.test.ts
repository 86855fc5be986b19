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
  ['nothing', '', field({ minLength: 3, pattern: 'a' }), undefined],
  ['nothing where something has to be', '', field({ required: true }), 'valueMissing'],
  ['only spaces where something has to be', ' ', field({ required: true }), undefined],
  ['as long as it may be', 'abc', field({ minLength: 3, maxLength: 3 }), undefined],
  ['too short', 'ab', field({ minLength: 3 }), 'tooShort'],
  ['too long', 'abcd', field({ maxLength: 3 }), 'tooLong'],
  ['something where nothing may be', 'a', field({ maxLength: 0 }), 'tooLong'],
  ['an emoji, which has two units', '😀', field({ maxLength: 1 }), 'tooLong'],
  ['of the form', 'abc', field({ pattern: '[a-c]+' }), undefined],
  ['of the form only in part', 'abcd', field({ pattern: '[a-c]+' }), 'patternMismatch'],
  ['for a form that is none', 'abc', field({ pattern: '[' }), undefined],
  ['an e-mail address', 'ada@example.com', email, undefined],
  ['an e-mail address in a sentence', 'to ada@example.com', email, 'typeMismatch'],
  ['no e-mail address', 'ada', email, 'typeMismatch'],
  ['two e-mail addresses', 'ada@example.com,bob@example.com', email, 'typeMismatch'],
  ['a web address', 'https://example.com/lunch?day=1', url, undefined],
  ['a web address without a lock', 'http://example.com', url, undefined],
  ['a web address without a scheme', 'example.com', url, 'typeMismatch'],
  ['an address that runs', 'javascript:alert(1)', url, 'typeMismatch'],
  ['an address of a file', 'file:///tmp', url, 'typeMismatch'],
  ['a number', '1.5', number, undefined],
  ['a number with a comma', '1,5', number, 'badInput'],
  ['no number', 'x', number, 'badInput'],
  ['more than there is', '1e999', number, 'badInput'],
  ['the least', '1', field({ type: 'number', min: 1, max: 1 }), undefined],
  ['too small', '0', field({ type: 'number', min: 1 }), 'rangeUnderflow'],
  ['too large', '2', field({ type: 'number', max: 1 }), 'rangeOverflow'],
  ['a step', '0.3', field({ type: 'number', step: 0.1 }), undefined],
  ['a step from the least', '5', field({ type: 'number', min: 2, step: 3 }), undefined],
  ['between two steps', '4', field({ type: 'number', min: 2, step: 3 }), 'stepMismatch'],
  ['no step for a step of nothing', '4', field({ type: 'number', step: 0 }), undefined],
])('%s', (_, value, constraints, flag) => {
  expect(textProblems(value, constraints).map((each) => each.flag)).toEqual(flag ? [flag] : [])
})

it.each<[string, string, Field, readonly string[]]>([
  [
    'too short, no address and not of the form',
    'A',
    { ...email, minLength: 2, pattern: '[a-z]+' },
    ['tooShort', 'typeMismatch', 'patternMismatch'],
  ],
  ['too short and too long', 'ab', field({ minLength: 3, maxLength: 1 }), ['tooShort', 'tooLong']],
  [
    'too small, too large and between two steps',
    '3.5',
    field({ type: 'number', min: 5, max: 1, step: 1 }),
    ['rangeUnderflow', 'rangeOverflow', 'stepMismatch'],
  ],
])('%s at the same time', (_, value, constraints, flags) => {
  expect(textProblems(value, constraints).map((each) => each.flag)).toEqual(flags)
})
