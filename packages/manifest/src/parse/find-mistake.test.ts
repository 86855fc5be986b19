import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseManifest } from '../index.js'

/** What is found, and the part of the text that is marked; `⟦` and `⟧` in the text are where it is expected. */
function mistakeIn(text: string): { marked: string; message: string } {
  const { findings } = parseManifest(text)
  const [{ rule, line, column, endLine, endColumn, message } = expect.fail(`nothing is found in ${text}`)] = findings
  expect([rule, findings.length]).toEqual(['not-json', 1])
  const lines = text.split('\n')
  const offset = (row: number, at: number): number =>
    lines.slice(0, row - 1).join('\n').length + (row > 1 ? at : at - 1)
  const [start, end] = [offset(line, column), offset(endLine, endColumn)]
  return { marked: `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`, message }
}

describe('a text that is not JSON: the place of the cause, and the reason', () => {
  it.each<[marked: string, reason: string]>([
    // keys without values
    ['{ ⟦"name"⟧ }', 'the key "name" has no value'],
    ['{ ⟦"name"⟧: }', 'the key "name" has no value'],
    ['{ ⟦"name"⟧:\n}', 'the key "name" has no value'],
    ['{ ⟦"name"⟧:, "a": 1 }', 'the key "name" has no value'],
    ['{ ⟦"name"⟧, "a": 1 }', 'the key "name" has no value'],
    ['{ ⟦"name"⟧:\n "a": 1 }', 'the key "name" has no value'],
    ['{ ⟦"name"⟧\n "a": 1 }', 'the key "name" has no value'],
    ['[{ ⟦"name"⟧: ]', 'the key "name" has no value'],
    ['{ ⟦"name"⟧:', 'the key "name" has no value'],
    ['{ ⟦"name"⟧', 'the key "name" has no value'],
    ['{ "a": { ⟦"name"⟧ }, "b": 1 }', 'the key "name" has no value'],
    // missing characters
    ['{ "a": ⟦1⟧\n "b": 2 }', 'a comma is missing'],
    ['{ "a": "x⟦"⟧\n\n\n "b": 2 }', 'a comma is missing'],
    ['{ "a": { "b": 1 ⟦}⟧\n "c": 2 }', 'a comma is missing'],
    ['{ "a": [1, ⟦2⟧ 3] }', 'a comma is missing'],
    ['[{⟦}⟧{}]', 'a comma is missing'],
    ['[⟦1⟧ true]', 'a comma is missing'],
    ['{ "a⟦"⟧ 1 }', 'a colon is missing'],
    ['{ "a⟦"⟧ "b" }', 'a colon is missing'],
    ['{ "a⟦"⟧ { "b": 1 } }', 'a colon is missing'],
    ['{ ⟦:⟧ 1 }', 'a key is missing'],
    ['{ "a": 1, ⟦:⟧ 1 }', 'a key is missing'],
    ['{ ⟦{⟧ "a": 1 } }', 'a key is missing'],
    // too many of them
    ['{\n "a": 1⟦,⟧\n}', 'this comma is one too many'],
    ['[1⟦,⟧]', 'this comma is one too many'],
    ['[1,⟦,⟧ 2]', 'this comma is one too many'],
    ['{ "a": 1,⟦,⟧ "b": 2 }', 'this comma is one too many'],
    ['{⟦,⟧ "a": 1 }', 'this comma is one too many'],
    ['{ "a": 1⟦:⟧ 2 }', 'this colon is one too many'],
    ['{ "a":⟦:⟧ 2 }', 'a value belongs here'],
    ['{ "a": 1 }⟦}⟧', 'the manifest ends before this'],
    ['{ "a": 1 } ⟦{⟧ }', 'the manifest ends before this'],
    ['{ "a": 1 }⟦,⟧', 'the manifest ends before this'],
    // brackets
    ['⟦{⟧ "a": 1', 'A "}" is missing at the end of the text'],
    ['⟦{⟧ "a": [1], ', 'A "}" is missing at the end of the text'],
    ['{ "a": ⟦[⟧1', 'A "]" is missing at the end of the text'],
    ['{ "a": ⟦[⟧1, { "b": 2 }\n }', 'A "]" is missing before "}"'],
    ['[⟦{⟧ "a": 1 ]', 'A "}" is missing before "]"'],
    ['[⟦{⟧]', 'A "}" is missing before "]"'],
    ['{ "config": [⟦"key"⟧: "a"] }', 'a list has no keys'],
    // texts
    ['{ "a": ⟦"⟧b', 'not closed on its line'],
    ['{ "a": ⟦"⟧b,\n "c": 1 }', 'not closed on its line'],
    ['{ ⟦"⟧a: 1,\n "c": 1 }', 'not closed on its line'],
    ['{ "a": ⟦"⟧\n" }', 'not closed on its line'],
    ['{ "a": ⟦"⟧b\\" }', 'not closed on its line'],
    ['{ "a": "x⟦\t⟧" }', 'a tab'],
    ['{ "a": "C:⟦\\k⟧" }', 'no escape of JSON'],
    ['{ "a": "⟦\\u⟧12" }', 'no escape of JSON'],
    ['{ "a": ⟦"say "⟧hello" }', 'contains a quote'],
    ['{ "a": ⟦"b, "⟧c": 1 }', 'contains a quote'],
    ["{ ⟦'⟧a': 1 }", 'double quotes'],
    ['{ "a": ⟦\'⟧b\' }', 'double quotes'],
    ['{ ⟦“⟧a”: 1 }', 'double quotes'],
    ['{ ⟦name⟧: 1 }', 'keys are in double quotes'],
    ['{ ⟦1⟧: 1 }', 'keys are in double quotes'],
    ['{ "a": ⟦north⟧ }', 'texts are in double quotes'],
    // other words
    ['{ ⟦/⟧/ a\n }', 'no comments'],
    ['{ "a": 1, ⟦/⟧* b */ "b": 1 }', 'no comments'],
    ['{ "a": 1 ⟦/⟧/ b\n }', 'no comments'],
    ['{ "a": 1 } ⟦#⟧ b', 'no comments'],
    ['{ "a": ⟦True⟧ }', 'this is written true'],
    ['{ "a": ⟦undefined⟧ }', 'it has no undefined'],
    ['{ "a": ⟦-Infinity⟧ }', 'it has no -Infinity'],
    ['{ "a": ⟦01⟧ }', 'not a number as JSON'],
    ['{ "a": ⟦.5⟧ }', 'not a number as JSON'],
    ['{ "a": ⟦1.⟧ }', 'not a number as JSON'],
    ['{ "a": ⟦+1⟧ }', 'not a number as JSON'],
    ['{ "a": ⟦0x1F⟧ }', 'not a number as JSON'],
    ['{ "a": ⟦350px⟧ }', 'not a number as JSON'],
    ['{ "a": 1⟦;⟧ "b": 1 }', '";" does not belong here'],
    ['{ "a" ⟦=⟧ 1 }', '"=" does not belong here'],
    ['{ ⟦\u00A0⟧"a": 1 }', 'an invisible character (U+00A0)'],
    ['{ "a": 1,⟦\u200B⟧ "b": 1 }', 'an invisible character (U+200B)'],
  ])('%j', (marked, reason) => {
    const found = mistakeIn(marked.replaceAll(/[⟦⟧]/g, ''))
    expect(found.marked).toBe(marked)
    expect(found.message).toContain(reason)
  })

  it('does not quote a key that looks like a secret', () => {
    const secret = `ghp_${'a'.repeat(36)}`
    expect(mistakeIn(`{ "${secret}": }`).message).not.toContain(secret)
  })

  it('is found in whatever JSON.parse refuses, and in nothing else', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      '"a"',
      '"\\"',
      '1',
      '-',
      '1e5',
      'true',
      'x',
      ' ',
      '\n',
      '\t',
      '\\',
      '/',
    ]
    const texts = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.json({ maxDepth: 2 })), { maxLength: 12 })
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('')
        const { findings } = parseManifest(text)
        const [message = ''] = findings.filter(({ rule }) => rule === 'not-json').map((finding) => finding.message)
        expect(message).not.toContain('it cannot be read')
        expect(message === '').toBe(isJson(text))
      }),
      { numRuns: 2000 },
    )
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
