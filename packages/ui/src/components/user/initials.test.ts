import { describe, expect, it } from 'vitest'

import { initialsOf } from './initials.js'

/** The initials without the non-joiner between them. */
const shown = (name: string): string => initialsOf(name).replaceAll('\u200c', '')

describe('initialsOf', () => {
  it.each([
    ['Ada Lovelace', 'AL'],
    ['Ada', 'A'],
    ['ada lovelace', 'AL'],
    ['Ada Augusta King Lovelace', 'AL'],
    ['  Ada \n\t Lovelace  ', 'AL'],
    ['Ada Lovelace (external)', 'AL'],
    ['Ada Lovelace （外部）', 'AL'],
    ['Ada – Lovelace', 'AL'],
    ['"Ada" O’Hara', 'AO'],
    ['’t Hooft', 'TH'],
    ['Ada (', 'A'],
    ['R2 D2', 'RD'],
    ['4711', '4'],
    ['王小明', '王'],
    ['山田 太郎', '山太'],
    ['محمد علي', 'مع'],
    ['דוד כהן', 'דכ'],
    ['Ølga Åkesson', 'ØÅ'],
    ['A\u0301da E\u0301mile', 'A\u0301E\u0301'],
    ['გიორგი მაისურაძე', 'გმ'],
    ['Łukasz ﬁsher', 'ŁFI'],
    ['🧑‍🚀 Ada', '🧑‍🚀A'],
    ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦'],
    ['🇩🇪 Team', '🇩🇪T'],
    ['', ''],
    ['   ', ''],
    ['(deleted)', ''],
    ['--- ...', ''],
  ])('of %j returns %j', (name, initials) => {
    expect(shown(name)).toBe(initials)
  })

  it('separates the letters of a script that joins letters', () => {
    expect(initialsOf('محمد علي')).toBe('م\u200cع')
  })

  it('of a very long name are short', () => {
    expect(shown('a'.repeat(200_000))).toBe('A')
    expect(shown('('.repeat(200_000))).toBe('')
    expect(shown('a '.repeat(100_000))).toBe('AA')
  })
})
