import type { Finding } from '@haiilo-kit/manifest'
import { describe, expect, it } from 'vitest'
import { createCodeFrames } from './code-frame.js'

function frameOf(text: string, found: string, { width = 40, changes = {} } = {}): string {
  const offset = text.indexOf(found)
  const before = text.slice(0, offset).split(/\r\n?|\n/)
  const column = (before.at(-1) ?? '').length + 1
  const finding: Finding = {
    rule: 'unknown-field',
    severity: 'warning',
    message: '',
    pointer: '',
    help: '',
    line: before.length,
    column,
    endLine: before.length,
    endColumn: column + found.length,
    ...changes,
  }
  const frames = createCodeFrames(text, { paint: (_, painted) => painted, width })
  return frames(finding, 'red').join('\n')
}

describe('a code frame', () => {
  it.each([
    ['in the first line', 'here\n2\n3\n4', '1 │ here\n  │ ^^^^\n2 │ 2'],
    ['in the middle', '1\n2\n3\n  here!\n5\n6', '2 │ 2\n3 │ 3\n4 │   here!\n  │   ^^^^\n5 │ 5'],
    ['in the last line', '1\n2\n3\nhere', '2 │ 2\n3 │ 3\n4 │ here\n  │ ^^^^'],
    ['before the last line ending', 'here\n', '1 │ here\n  │ ^^^^'],
    [
      'where line numbers get longer',
      '1\n2\n3\n4\n5\n6\n7\n8\nhere\n10',
      ' 7 │ 7\n 8 │ 8\n 9 │ here\n   │ ^^^^\n10 │ 10',
    ],
    ['with other line endings', 'a\r\nb\rhere\r\nc', '1 │ a\n2 │ b\n3 │ here\n  │ ^^^^\n4 │ c'],
    ['with tabs', '\t\there', '1 │   here\n  │   ^^^^'],
    ['after wide characters', '你好🍜 here', '1 │ 你好🍜 here\n  │        ^^^^'],
    ['after an emoji of two code points', '🇩🇪 here', '1 │ 🇩🇪 here\n  │    ^^^^'],
    ['after combining accents', 'a\u0301e\u0301 here', '1 │ a\u0301e\u0301 here\n  │    ^^^^'],
    ['after a terminal command', '\u001B[31mhere', '1 │ �[31mhere\n  │      ^^^^'],
    ['after half a surrogate pair', '\uD83C here', '1 │ � here\n  │   ^^^^'],
    ['between empty lines', '\n\nhere\n\n', '1 │\n2 │\n3 │ here\n  │ ^^^^\n4 │'],
  ])('marks the range: %s', (_, text, frame) => {
    expect(frameOf(text, 'here')).toBe(frame)
  })

  it.each([
    ['at the start', `here${'-'.repeat(99)}`, `1 │ here${'-'.repeat(36)}…\n  │ ^^^^`],
    ['at the end', `${'-'.repeat(99)}here`, `1 │ …${'-'.repeat(36)}here\n  │ ${' '.repeat(37)}^^^^`],
    [
      'in the middle',
      `${'-'.repeat(500_000)}here${'-'.repeat(500_000)}`,
      `1 │ …----------here${'-'.repeat(26)}…\n  │ ${' '.repeat(11)}^^^^`,
    ],
  ])('crops a long line around a range %s', (_, text, frame) => {
    expect(frameOf(text, 'here')).toBe(frame)
  })

  it('marks only the visible part of a long range', () => {
    expect(frameOf(`--${'x'.repeat(99)}`, 'x'.repeat(99), { width: 10 })).toBe('1 │ --xxxxxxxx…\n  │   ^^^^^^^^')
  })

  it('marks the first line of a range with several lines', () => {
    const changes = { line: 1, column: 3, endLine: 2, endColumn: 2 }
    expect(frameOf('a "b":\n1', 'b', { changes })).toBe('1 │ a "b":\n  │   ^^^^\n2 │ 1')
  })

  it('marks one column for an empty range and for one after the end of the line', () => {
    expect(frameOf('{', '{', { changes: { column: 2, endColumn: 2 } })).toBe('1 │ {\n  │  ^')
    expect(frameOf('', '')).toBe('1 │\n  │ ^')
  })

  it('is omitted for findings about the whole text', () => {
    expect(frameOf('{}', '{', { changes: { rule: 'more-findings' } })).toBe('')
  })
})
