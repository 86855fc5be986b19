import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseManifest } from '../index.js'

/** The message of the only finding, and the text with `⟦` and `⟧` around its range. */
function syntaxErrorIn(text: string): { marked: string; message: string } {
  const { findings } = parseManifest(text)
  const [{ rule, line, column, endLine, endColumn, message } = expect.fail(`no finding in ${text}`)] = findings
  expect([rule, findings.length]).toEqual(['not-json', 1])
  const lines = text.split('\n')
  const offset = (row: number, at: number): number =>
    lines.slice(0, row - 1).join('\n').length + (row > 1 ? at : at - 1)
  const [start, end] = [offset(line, column), offset(endLine, endColumn)]
  return { marked: `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`, message }
}

describe('a syntax error has the position of its cause, and a reason:', () => {
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
    ['{\n "a": 1⟦,⟧\n}', 'this comma is superfluous'],
    ['[1⟦,⟧]', 'this comma is superfluous'],
    ['[1,⟦,⟧ 2]', 'this comma is superfluous'],
    ['{ "a": 1,⟦,⟧ "b": 2 }', 'this comma is superfluous'],
    ['{⟦,⟧ "a": 1 }', 'this comma is superfluous'],
    ['{ "a": 1⟦:⟧ 2 }', 'this colon is superfluous'],
    ['{ "a":⟦:⟧ 2 }', 'expected a value here'],
    ['{ "a": 1 }⟦}⟧', 'the manifest already ended before this'],
    ['{ "a": 1 } ⟦{⟧ }', 'the manifest already ended before this'],
    ['{ "a": 1 }⟦,⟧', 'the manifest already ended before this'],
    // brackets
    ['⟦{⟧ "a": 1', 'Add a "}" at the end of the text'],
    ['⟦{⟧ "a": [1], ', 'Add a "}" at the end of the text'],
    ['{ "a": ⟦[⟧1', 'Add a "]" at the end of the text'],
    ['{ "a": ⟦[⟧1, { "b": 2 }\n }', 'Add a "]" before "}"'],
    ['[⟦{⟧ "a": 1 ]', 'Add a "}" before "]"'],
    ['[⟦{⟧]', 'Add a "}" before "]"'],
    ['{ "config": [⟦"key"⟧: "a"] }', 'a list has no keys'],
    // texts
    ['{ "a": ⟦"⟧b', 'no closing quote on its line'],
    ['{ "a": ⟦"⟧b,\n "c": 1 }', 'no closing quote on its line'],
    ['{ ⟦"⟧a: 1,\n "c": 1 }', 'no closing quote on its line'],
    ['{ "a": ⟦"⟧\n" }', 'no closing quote on its line'],
    ['{ "a": ⟦"⟧b\\" }', 'no closing quote on its line'],
    ['{ "a": "x⟦\t⟧" }', 'a tab'],
    ['{ "a": "C:⟦\\k⟧" }', 'not a valid escape sequence'],
    ['{ "a": "⟦\\u⟧12" }', 'not a valid escape sequence'],
    ['{ "a": ⟦"say "⟧hello" }', 'contains a quote'],
    ['{ "a": ⟦"b, "⟧c": 1 }', 'contains a quote'],
    ["{ ⟦'⟧a': 1 }", 'double quotes'],
    ['{ "a": ⟦\'⟧b\' }', 'double quotes'],
    ['{ ⟦“⟧a”: 1 }', 'double quotes'],
    ['{ ⟦name⟧: 1 }', 'keys need double quotes'],
    ['{ ⟦1⟧: 1 }', 'keys need double quotes'],
    ['{ "a": ⟦north⟧ }', 'texts need double quotes'],
    // other words
    ['{ ⟦/⟧/ a\n }', 'does not support comments'],
    ['{ "a": 1, ⟦/⟧* b */ "b": 1 }', 'does not support comments'],
    ['{ "a": 1 ⟦/⟧/ b\n }', 'does not support comments'],
    ['{ "a": 1 } ⟦#⟧ b', 'does not support comments'],
    ['{ "a": ⟦True⟧ }', 'write true'],
    ['{ "a": ⟦undefined⟧ }', 'does not support undefined'],
    ['{ "a": ⟦-Infinity⟧ }', 'does not support -Infinity'],
    ['{ "a": ⟦01⟧ }', 'not a valid JSON number'],
    ['{ "a": ⟦.5⟧ }', 'not a valid JSON number'],
    ['{ "a": ⟦1.⟧ }', 'not a valid JSON number'],
    ['{ "a": ⟦+1⟧ }', 'not a valid JSON number'],
    ['{ "a": ⟦0x1F⟧ }', 'not a valid JSON number'],
    ['{ "a": ⟦350px⟧ }', 'not a valid JSON number'],
    ['{ "a": 1⟦;⟧ "b": 1 }', '";" does not belong here'],
    ['{ "a" ⟦=⟧ 1 }', '"=" does not belong here'],
    ['{ ⟦\u00A0⟧"a": 1 }', 'an invisible character (U+00A0)'],
    ['{ "a": 1,⟦\u200B⟧ "b": 1 }', 'an invisible character (U+200B)'],
  ])('%j', (marked, reason) => {
    const found = syntaxErrorIn(marked.replaceAll(/[⟦⟧]/g, ''))
    expect(found.marked).toBe(marked)
    expect(found.message).toContain(reason)
  })

  it('does not quote a key that looks like a secret', () => {
    const secret = `ghp_${'a'.repeat(36)}`
    expect(syntaxErrorIn(`{ "${secret}": }`).message).not.toContain(secret)
  })

  it('is reported for exactly the texts that JSON.parse rejects', () => {
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
        expect(message).not.toContain('it cannot be parsed')
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
