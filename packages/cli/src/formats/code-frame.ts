import { printable } from '@haiilo-kit/core/token'
import { maskSource, type Finding } from '@haiilo-kit/manifest'
import stringWidth from 'string-width'
import type { Paint, Style } from '../terminal/paint.js'

export interface CodeFrameOptions {
  readonly paint: Paint
  /** The number of characters of a line to show. */
  readonly width: number
}

/** Returns the lines of the code frame of a finding. */
export type CodeFrames = (finding: Finding, style: Style) => readonly string[]

/** The numbers of lines to show before and after the line of a finding. */
const LINES_BEFORE = 2
const LINES_AFTER = 1

/** These rules are about the text as a whole. */
const WITHOUT_FRAME = ['more-findings', 'byte-order-mark']

/** Shows findings in a text. Long lines are cropped, and secrets are masked. */
export function createCodeFrames(text: string, options: CodeFrameOptions): CodeFrames {
  const lines = maskSource(text).split(/\r\n?|\n/)
  return (finding, style) => (WITHOUT_FRAME.includes(finding.rule) ? [] : createFrame(lines, finding, style, options))
}

function createFrame(
  lines: readonly string[],
  { line, column, endLine, endColumn }: Finding,
  style: Style,
  { paint, width }: CodeFrameOptions,
): readonly string[] {
  const text = lines[line - 1] ?? ''
  const start = column - 1
  const end = endLine === line ? endColumn - 1 : text.length
  const window = windowAround(text, start, end, width)
  const first = Math.max(1, line - LINES_BEFORE)
  const last = Math.max(line, Math.min(lineCount(lines), line + LINES_AFTER))
  const gutter = (label: string): string => paint('dim', `${label.padStart(String(last).length)} │`)

  const { indent, length } = measureMark(text, start, end, window)
  const marks = `${gutter('')} ${' '.repeat(indent)}${paint(style, '^'.repeat(length))}`
  return lines.slice(first - 1, last).flatMap((each, index) => {
    const number = first + index
    const shown = crop(each, window)
    if (number !== line) return [`${gutter(String(number))} ${paint('dim', shown)}`.trimEnd()]
    return [`${gutter(String(number))} ${shown}`.trimEnd(), marks]
  })
}

/** The number of lines, without an empty one after the last line ending. */
function lineCount(lines: readonly string[]): number {
  return lines.at(-1) === '' ? lines.length - 1 : lines.length
}

/** The part of each line to show, in UTF-16 code units. */
interface LineWindow {
  readonly from: number
  readonly width: number
}

/** Chooses a window that contains the start of the marked range and some text before it. */
function windowAround(line: string, start: number, end: number, width: number): LineWindow {
  const fits = line.length <= width || end <= width
  return { from: fits ? 0 : Math.max(0, Math.min(start - Math.floor(width / 4), line.length - width)), width }
}

/** Returns the part of a line in the window, with an ellipsis where text is omitted. */
function crop(line: string, { from, width }: LineWindow): string {
  const start = from > 0 && line !== '' ? '…' : ''
  const end = line.length > from + width ? '…' : ''
  return `${start}${printable(line.slice(from, from + width))}${end}`
}

/** Measures in terminal columns where the mark starts and how long it is: at least one column. */
function measureMark(
  line: string,
  start: number,
  end: number,
  { from, width }: LineWindow,
): { readonly indent: number; readonly length: number } {
  const indent = stringWidth(printable(line.slice(from, start))) + (from > 0 ? 1 : 0)
  const length = stringWidth(printable(line.slice(start, Math.min(end, from + width))))
  return { indent, length: Math.max(1, length) }
}
