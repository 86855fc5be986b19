import { maskSource, type Finding } from '@haiilo-kit/manifest'
import type { Paint, Style } from '../terminal/paint.js'
import { columnsOf, crop, windowAround } from './line-window.js'

/** How frames look. */
export interface CodeFrameOptions {
  readonly paint: Paint
  /** How many characters of a line are shown. */
  readonly width: number
}

/** Gives the lines of one finding's frame. */
export type CodeFrames = (finding: Finding, style: Style) => readonly string[]

/** Lines that are shown before and after the one in question. */
const BEFORE = 2
const AFTER = 1

/** These are about the text as a whole. */
const WITHOUT_PLACE = ['more-findings', 'byte-order-mark']

/** Shows the places of findings in the text. Of long lines a window is shown; secrets are masked in all frames. */
export function createCodeFrames(text: string, options: CodeFrameOptions): CodeFrames {
  const lines = maskSource(text).split(/\r\n?|\n/)
  return (finding, style) => (WITHOUT_PLACE.includes(finding.rule) ? [] : frame(lines, finding, style, options))
}

function frame(
  lines: readonly string[],
  { line, column, endLine, endColumn }: Finding,
  style: Style,
  { paint, width }: CodeFrameOptions,
): readonly string[] {
  const text = lines[line - 1] ?? ''
  const start = column - 1
  const end = endLine === line ? endColumn - 1 : text.length
  const window = windowAround(text, start, end, width)
  const first = Math.max(1, line - BEFORE)
  const last = Math.max(line, Math.min(lineCount(lines), line + AFTER))
  const gutter = (label: string): string => paint('dim', `${label.padStart(String(last).length)} │`)

  const { before, marked } = columnsOf(text, start, end, window)
  const marks = `${gutter('')} ${' '.repeat(before)}${paint(style, '^'.repeat(marked))}`
  return lines.slice(first - 1, last).flatMap((each, index) => {
    const number = first + index
    const shown = crop(each, window)
    if (number !== line) return [`${gutter(String(number))} ${paint('dim', shown)}`.trimEnd()]
    return [`${gutter(String(number))} ${shown}`.trimEnd(), marks]
  })
}

/** After the last line ending there is nothing to show. */
function lineCount(lines: readonly string[]): number {
  return lines.at(-1) === '' ? lines.length - 1 : lines.length
}
