import fc from 'fast-check'
import { expect, it } from 'vitest'
import { valueProblem } from './value-problem.js'
import { matchesPattern } from './matches-pattern.js'

it.each([
  ['[a-c]+', 'abc'],
  ['[a-c]+', 'abcd'],
  ['a|b', 'ax'],
  ['^a$', 'a'],
  ['a)|(b', 'x'],
  ['(', 'x'],
  ['[(]', 'x'],
  ['[a-]', 'x'],
  ['[a|b]', 'x'],
  ['a\\-b', 'x'],
  ['[\\w--\\d]+', 'ab1'],
  ['[\\w--\\d]+', 'ab'],
  ['[\\p{L}&&\\p{ASCII}]+', 'ä'],
  ['[[a-z]&&[aeiou]]+', 'aei'],
  ['[\\q{abc|d}]', 'abc'],
  ['\\p{Lu}{2}', 'ÄÖ'],
  ['\\p{RGI_Emoji}', '👨‍👩‍👧'],
  ['.', '😀'],
  ['[😀-😎]', '😃'],
])('matches %s against %s like an input of the browser', (pattern, text) => {
  expect(matchesPattern(pattern, text)).toBe(nativeAnswer(pattern, text))
})

const pattern = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'ab-[]()|&^$\\wd+*?.{}12'), minLength: 1, maxLength: 8 }),
  fc.string({
    unit: fc.constantFrom('[', ']', '[a-c]', '--', '&&', '\\w', '\\p{L}', '(?:', ')', '|', 'a', '😀'),
    minLength: 1,
    maxLength: 6,
  }),
)
const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', '-', 'ä', '😀'), minLength: 1, maxLength: 4 })

it('matches any pattern like an input of the browser', () => {
  fc.assert(
    fc.property(pattern, text, (source, value) => {
      const fits = nativeAnswer(source, value)
      expect(matchesPattern(source, value)).toBe(fits)
      expect(valueProblem({ key: 'a', type: 'text', pattern: source }, value)).toBe(fits ? undefined : 'pattern')
    }),
    { numRuns: 2000 },
  )
})

function nativeAnswer(source: string, value: string): boolean {
  return !Object.assign(document.createElement('input'), { pattern: source, value }).validity.patternMismatch
}
