import { excerpt, printable } from '@haiilo-kit/core/token'
import type { Manifest, Severity } from '@haiilo-kit/manifest'
import type { Source } from '../sources/source.js'
import { count } from '../terminal/count.js'
import type { Paint, Style } from '../terminal/paint.js'
import type { Writer } from '../terminal/writer.js'
import {
  hasSeverity,
  isDeploymentFinding,
  isUnreadable,
  type CheckedReport,
  type ReportedFinding,
  type Summary,
} from '../validate/report.js'
import { createCodeFrames, type CodeFrames } from './code-frame.js'
import type { CreateFormat, FormatOptions } from './format.js'

/** Creates the format for people: findings with code frames, and a summary. */
export const createHumanFormat: CreateFormat = ({ stdout }, formatOptions) => {
  const options = { paint: stdout.paint, width: lineWidth(stdout), ...formatOptions }
  return {
    add: (report) => stdout.text(isUnreadable(report) ? '' : describeReport(report, options)),
    end: (summary) => stdout.text(describeSummary(summary, options)),
  }
}

interface DisplayOptions extends FormatOptions {
  readonly paint: Paint
  /** The number of characters of a line of the source to show. */
  readonly width: number
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
  const hasRule = (rule: ReportedFinding['rule']): boolean => findings.some((finding) => finding.rule === rule)
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

function title(report: CheckedReport, { paint, isStrict }: DisplayOptions): string {
  const { source, manifest } = report
  const hasWarning = hasSeverity(report, 'warning')
  const fails = hasSeverity(report, 'error') || (isStrict && hasWarning)
  const mark = fails ? paint('red', '✗') : hasWarning ? paint('yellow', '!') : paint('green', '✓')
  const about = manifest ? paint('dim', `  ${describeManifest(manifest)}`) : ''
  return `${mark} ${paint('bold', printable(source.name))}${about}`
}

function describeManifest({ name, pluginVersion, manifestVersion }: Manifest): string {
  const shown = name.en ?? Object.values(name)[0] ?? ''
  return excerpt(`${excerpt(shown, 40)} ${pluginVersion}, manifest ${manifestVersion}`, 120)
}

function describeFinding(
  { source }: CheckedReport,
  finding: ReportedFinding,
  frames: CodeFrames | undefined,
  { paint }: DisplayOptions,
): string {
  const { rule, severity, message, help } = finding
  const style = STYLES[severity]
  const details = isDeploymentFinding(finding)
    ? [printable(finding.fix)]
    : (frames?.(finding, style) ?? []).map((each) => `  ${each}`)
  return [
    `${paint(style, severity)} ${paint('bold', rule)}  ${describeLocation(source, finding, paint)}`,
    printable(message),
    ...details,
    paint('dim', help),
  ]
    .map((each) => `  ${each}`)
    .join('\n')
}

function describeLocation({ kind, name }: Source, finding: ReportedFinding, paint: Paint): string {
  if (isDeploymentFinding(finding)) return paint('cyan', excerpt(finding.url, MAX_URL_LENGTH))
  const { line, column } = finding
  return kind === 'file' ? paint('cyan', `${printable(name)}:${line}:${column}`) : `line ${line}, column ${column}`
}

function describeSummary(
  { sources, unreadable, errors, warnings, notes }: Summary,
  { paint, subject }: DisplayOptions,
): string {
  const read = sources - unreadable
  const found = [
    errors > 0 && paint('red', count(errors, 'error')),
    warnings > 0 && paint('yellow', count(warnings, 'warning')),
    notes > 0 && paint('blue', count(notes, 'note')),
  ].filter((part) => part !== false)
  // for a single valid source, its own line is enough
  if (found.length === 0 && sources <= 1) return ''
  const validated = read > 0 && `${found.join(', ') || paint('green', 'no problems')} in ${count(read, subject)}`
  const unread = unreadable > 0 && `${count(unreadable, 'source')} could not be read`
  return `${[validated, unread].filter((part) => part !== false).join('; ')}\n`
}

const MAX_URL_LENGTH = 200
/** The columns of a code frame that are not part of the source. */
const FRAME_MARGIN = 14
const PRINTED_AS_JSON = '  Line numbers refer to the manifest printed as JSON, with an indentation of two spaces.'
const STYLES: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', note: 'blue' }
