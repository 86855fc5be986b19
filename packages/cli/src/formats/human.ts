import { excerpt, printable } from '@haiilo-kit/core/token'
import type { Finding, Manifest, Severity } from '@haiilo-kit/manifest'
import { createCodeFrames, type CodeFrames } from '../code-frame/create-code-frames.js'
import { textToShow } from '../code-frame/text-to-show.js'
import { count } from '../terminal/count.js'
import type { Paint, Style } from '../terminal/paint.js'
import type { Writer } from '../terminal/writer.js'
import { isUnreadable, type CheckedReport } from '../validate/report.js'
import type { Summary } from '../validate/summary.js'
import type { Format, FormatContext } from './format.js'

/** For people: what was found, where it is in the text, and how much there is. */
export function createHuman({ io, isStrict }: FormatContext): Format {
  const look = { paint: io.stdout.paint, width: widthOf(io.stdout), isStrict }
  return {
    add: (report) => io.stdout.text(isUnreadable(report) ? '' : describe(report, look)),
    end: (summary) => io.stdout.text(conclude(summary, look)),
  }
}

interface Look {
  readonly paint: Paint
  /** How many characters of a line of the source are shown. */
  readonly width: number
  readonly isStrict: boolean
}

function widthOf({ columns }: Writer): number {
  return columns > 0 ? Math.min(Math.max(columns - MARGIN, 20), 120) : 86
}

function describe(report: CheckedReport, look: Look): string {
  const { findings, content } = report
  const text = findings.length > 0 ? textToShow(report) : undefined
  const frames = text === undefined ? undefined : createCodeFrames(text, look)
  const blocks = findings.map((finding) => `${block(report, finding, frames, look)}\n\n`)
  const hint = report.source.kind === 'module' && typeof content === 'string' && blocks.length > 0 ? PRINTED : ''
  const lines = [title(report, look), ...(hint === '' ? [] : [look.paint('dim', hint)])].join('\n')
  return blocks.length === 0 ? `${lines}\n` : `${lines}\n\n${blocks.join('')}`
}

function title({ source, manifest, findings }: CheckedReport, { paint, isStrict }: Look): string {
  const has = (severity: Severity): boolean => findings.some((each) => each.severity === severity)
  const fails = !manifest || (isStrict && has('warning'))
  const mark = fails ? paint('red', '✗') : has('warning') ? paint('yellow', '!') : paint('green', '✓')
  return `${mark} ${paint('bold', printable(source.name))}${manifest ? paint('dim', `  ${about(manifest)}`) : ''}`
}

function about({ name, pluginVersion, manifestVersion }: Manifest): string {
  const shown = name.en ?? Object.values(name)[0] ?? ''
  return excerpt(`${excerpt(shown, 40)} ${pluginVersion}, manifest ${manifestVersion}`, 120)
}

function block({ source }: CheckedReport, finding: Finding, frames: CodeFrames | undefined, { paint }: Look): string {
  const { rule, severity, message, line, column, help } = finding
  const style = STYLES[severity]
  const isFile = source.kind === 'file'
  const where = isFile ? `${printable(source.name)}:${line}:${column}` : `line ${line}, column ${column}`
  const frame = frames?.(finding, style) ?? []
  return [
    `${paint(style, severity)} ${paint('bold', rule)}  ${isFile ? paint('cyan', where) : where}`,
    printable(message),
    ...frame.map((each) => `  ${each}`),
    paint('dim', help),
  ]
    .map((each) => `  ${each}`)
    .join('\n')
}

function conclude({ sources, unreadable, errors, warnings, notes }: Summary, { paint }: Look): string {
  const read = sources - unreadable
  const found = [
    errors > 0 && paint('red', count(errors, 'error')),
    warnings > 0 && paint('yellow', count(warnings, 'warning')),
    notes > 0 && paint('blue', count(notes, 'note')),
  ].filter((part) => part !== false)
  // of one that is fine, its own line says all
  if (found.length === 0 && sources <= 1) return ''
  const said = read > 0 && `${found.join(', ') || paint('green', 'no problems')} in ${count(read, 'manifest')}`
  const unread = unreadable > 0 && `${count(unreadable, 'source')} could not be read`
  return `${[said, unread].filter((part) => part !== false).join('; ')}\n`
}

const MARGIN = 14
const PRINTED = '  Lines are those of the manifest printed as JSON, two spaces a level.'
const STYLES: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', note: 'blue' }
