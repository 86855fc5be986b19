import { printable } from '@haiilo-kit/core/token'
import { displayWidth } from '../terminal/display-width.js'

/** The part of a line that is shown, as the line may be far too long. All in UTF-16 code units. */
export interface LineWindow {
  readonly from: number
  readonly width: number
}

/** A window with a stretch of the line in it, and a little of what comes before. */
export function windowAround(line: string, start: number, end: number, width: number): LineWindow {
  const fits = line.length <= width || end <= width
  return { from: fits ? 0 : Math.max(0, Math.min(start - Math.floor(width / 4), line.length - width)), width }
}

/** What a window shows of a line, with dots where it goes on. */
export function crop(line: string, { from, width }: LineWindow): string {
  const start = from > 0 && line !== '' ? '…' : ''
  const end = line.length > from + width ? '…' : ''
  return `${start}${printable(line.slice(from, from + width))}${end}`
}

/** How many columns come before a stretch of the line in a window, and how many the stretch takes; at least one. */
export function columnsOf(
  line: string,
  start: number,
  end: number,
  { from, width }: LineWindow,
): { readonly before: number; readonly marked: number } {
  const before = displayWidth(printable(line.slice(from, start))) + (from > 0 ? 1 : 0)
  const marked = displayWidth(printable(line.slice(start, Math.min(end, from + width))))
  return { before, marked: Math.max(1, marked) }
}
