import { excerpt, printable } from '@haiilo-kit/core/token'
import type { Finding, Manifest, Severity } from '@haiilo-kit/manifest'
import type { Paint, Style } from '../terminal/paint.js'
import type { Writer } from '../terminal/writer.js'
import { isUnreadable, type CheckedReport, type Summary } from '../validate/report.js'
import { createCodeFrames, type CodeFrames } from './code-frame.js'
import type { CreateFormat } from './format.js'

/** Creates the format for people: findings with code frames, and a summary. */
export const createHumanFormat: CreateFormat = ({ stdout }, isStrict) => {
  const options = { paint: stdout.paint, width: lineWidth(stdout), isStrict }
  return {
    add: (report) => stdout.text(isUnreadable(report) ? '' : describeReport(report, options)),
    end: (summary) => stdout.text(describeSummary(summary, options)),
  }
}

interface DisplayOptions {
  readonly paint: Paint
  /** The number of characters of a line of the source to show. */
  readonly width: number
  readonly isStrict: boolean
}

function lineWidth({ columns }: Writer): number {
  return columns > 0 ? Math.min(Math.max(columns - FRAME_MARGIN, 20), 120) : 86
}

function describeReport(report: CheckedReport, options: DisplayOptions): string {
  const { source, findings, content } = report
  const text = findings.length > 0 ? displayableText(report) : undefined
  const frames = text === undefined ? undefined : createCodeFrames(text, options)
  const blocks = findings.map((finding) => `${describeFinding(report, finding, frames, options)}\n\n`)
  const hint = source.kind === 'module' && typeof content === 'string' && blocks.length > 0 ? PRINTED_AS_JSON : ''
  const lines = [title(report, options), ...(hint === '' ? [] : [options.paint('dim', hint)])].join('\n')
  return blocks.length === 0 ? `${lines}\n` : `${lines}\n\n${blocks.join('')}`
}

/** Returns the text of a source, or `undefined` if no part of it may be shown. */
function displayableText({ source, content, findings }: CheckedReport): string | undefined {
  const hasRule = (rule: Finding['rule']): boolean => findings.some((finding) => finding.rule === rule)
  // a response that is not JSON may be a page with private content
  if (source.kind === 'address' && hasRule('not-json')) return undefined
  if (hasRule('too-large')) return undefined
  if (typeof content === 'string') return content
  return content instanceof Uint8Array ? decode(content) : undefined
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function title({ source, manifest, findings }: CheckedReport, { paint, isStrict }: DisplayOptions): string {
  const has = (severity: Severity): boolean => findings.some((each) => each.severity === severity)
  const fails = !manifest || (isStrict && has('warning'))
  const mark = fails ? paint('red', '✗') : has('warning') ? paint('yellow', '!') : paint('green', '✓')
  const about = manifest ? paint('dim', `  ${describeManifest(manifest)}`) : ''
  return `${mark} ${paint('bold', printable(source.name))}${about}`
}

function describeManifest({ name, pluginVersion, manifestVersion }: Manifest): string {
  const shown = name.en ?? Object.values(name)[0] ?? ''
  return excerpt(`${excerpt(shown, 40)} ${pluginVersion}, manifest ${manifestVersion}`, 120)
}

function describeFinding(
  { source }: CheckedReport,
  finding: Finding,
  frames: CodeFrames | undefined,
  { paint }: DisplayOptions,
): string {
  const { rule, severity, message, line, column, help } = finding
  const style = STYLES[severity]
  const isFile = source.kind === 'file'
  const location = isFile ? `${printable(source.name)}:${line}:${column}` : `line ${line}, column ${column}`
  const frame = frames?.(finding, style) ?? []
  return [
    `${paint(style, severity)} ${paint('bold', rule)}  ${isFile ? paint('cyan', location) : location}`,
    printable(message),
    ...frame.map((each) => `  ${each}`),
    paint('dim', help),
  ]
    .map((each) => `  ${each}`)
    .join('\n')
}

function describeSummary({ sources, unreadable, errors, warnings, notes }: Summary, { paint }: DisplayOptions): string {
  const read = sources - unreadable
  const found = [
    errors > 0 && paint('red', count(errors, 'error')),
    warnings > 0 && paint('yellow', count(warnings, 'warning')),
    notes > 0 && paint('blue', count(notes, 'note')),
  ].filter((part) => part !== false)
  // for a single valid source, its own line is enough
  if (found.length === 0 && sources <= 1) return ''
  const validated = read > 0 && `${found.join(', ') || paint('green', 'no problems')} in ${count(read, 'manifest')}`
  const unread = unreadable > 0 && `${count(unreadable, 'source')} could not be read`
  return `${[validated, unread].filter((part) => part !== false).join('; ')}\n`
}

/** Returns a number with its noun: `1 error`, `2 errors`. */
function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`
}

/** The columns of a code frame that are not part of the source. */
const FRAME_MARGIN = 14
const PRINTED_AS_JSON = '  Line numbers refer to the manifest printed as JSON, with an indentation of two spaces.'
const STYLES: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', note: 'blue' }
