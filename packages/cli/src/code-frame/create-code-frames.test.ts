import type { Finding } from '@haiilo-kit/manifest'
import { describe, expect, it } from 'vitest'
import { createCodeFrames } from './create-code-frames.js'

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

describe('a frame', () => {
  it.each([
    ['in the first line', 'here\n2\n3\n4', '1 │ here\n  │ ^^^^\n2 │ 2'],
    ['in the middle', '1\n2\n3\n  here!\n5\n6', '2 │ 2\n3 │ 3\n4 │   here!\n  │   ^^^^\n5 │ 5'],
    ['in the last line', '1\n2\n3\nhere', '2 │ 2\n3 │ 3\n4 │ here\n  │ ^^^^'],
    ['before the last line ending', 'here\n', '1 │ here\n  │ ^^^^'],
    [
      'where the numbers get longer',
      '1\n2\n3\n4\n5\n6\n7\n8\nhere\n10',
      ' 7 │ 7\n 8 │ 8\n 9 │ here\n   │ ^^^^\n10 │ 10',
    ],
    ['with other line endings', 'a\r\nb\rhere\r\nc', '1 │ a\n2 │ b\n3 │ here\n  │ ^^^^\n4 │ c'],
    ['with tabs', '\t\there', '1 │   here\n  │   ^^^^'],
    ['behind wide characters', '你好🍜 here', '1 │ 你好🍜 here\n  │        ^^^^'],
    ['behind accents of their own', 'a\u0301e\u0301 here', '1 │ a\u0301e\u0301 here\n  │    ^^^^'],
    ['behind what a terminal would obey', '\u001B[31mhere', '1 │ �[31mhere\n  │      ^^^^'],
    ['behind half a character', '\uD83C here', '1 │ � here\n  │   ^^^^'],
    ['between empty lines', '\n\nhere\n\n', '1 │\n2 │\n3 │ here\n  │ ^^^^\n4 │'],
  ])('shows the place: %s', (_, text, frame) => {
    expect(frameOf(text, 'here')).toBe(frame)
  })

  it.each([
    ['at the beginning of it', `here${'-'.repeat(99)}`, `1 │ here${'-'.repeat(36)}…\n  │ ^^^^`],
    ['at its end', `${'-'.repeat(99)}here`, `1 │ …${'-'.repeat(36)}here\n  │ ${' '.repeat(37)}^^^^`],
    [
      'far inside',
      `${'-'.repeat(500_000)}here${'-'.repeat(500_000)}`,
      `1 │ …----------here${'-'.repeat(26)}…\n  │ ${' '.repeat(11)}^^^^`,
    ],
  ])('shows a window of a long line: %s', (_, text, frame) => {
    expect(frameOf(text, 'here')).toBe(frame)
  })

  it('marks no more than is shown of a long place', () => {
    expect(frameOf(`--${'x'.repeat(99)}`, 'x'.repeat(99), { width: 10 })).toBe('1 │ --xxxxxxxx…\n  │   ^^^^^^^^')
  })

  it('marks the first line of a place that goes on', () => {
    const changes = { line: 1, column: 3, endLine: 2, endColumn: 2 }
    expect(frameOf('a "b":\n1', 'b', { changes })).toBe('1 │ a "b":\n  │   ^^^^\n2 │ 1')
  })

  it('marks one column of what has none, and of what lies behind the end', () => {
    expect(frameOf('{', '{', { changes: { column: 2, endColumn: 2 } })).toBe('1 │ {\n  │  ^')
    expect(frameOf('', '')).toBe('1 │\n  │ ^')
  })

  it('is not drawn for what is about the whole text', () => {
    expect(frameOf('{}', '{', { changes: { rule: 'more-findings' } })).toBe('')
  })
})
