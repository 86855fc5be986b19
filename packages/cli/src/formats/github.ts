import type { Finding } from '@haiilo-kit/manifest'
import type { Io } from '../io.js'
import type { Source } from '../sources/source.js'
import { printable } from '../terminal/printable.js'
import { isUnreadable } from '../validate/report.js'
import type { Format, FormatContext } from './format.js'
import { pathInRepository } from './path-in-repository.js'

/** Workflow commands of GitHub Actions, which become annotations in the code. */
export function createGithub({ io }: FormatContext): Format {
  return {
    add(report) {
      if (isUnreadable(report)) return ''
      return report.findings.map((finding) => `${annotation(report.source, finding, io)}\n`).join('')
    },
    end: () => '',
  }
}

function annotation(source: Source, finding: Finding, io: Pick<Io, 'cwd' | 'env'>): string {
  const properties = Object.entries({ ...placeOf(source, finding, io), title: finding.rule })
    .map(([name, value]) => `${name}=${escapeProperty(value)}`)
    .join(',')
  const message = `${printable(finding.message)}${whereOf(source, finding)} (${finding.help})`
  return `::${COMMANDS[finding.severity]} ${properties}::${escapeData(message)}`
}

function placeOf(source: Source, finding: Finding, io: Pick<Io, 'cwd' | 'env'>): Readonly<Record<string, string>> {
  if (source.kind !== 'file' && source.kind !== 'module') return {}
  const file = printable(pathInRepository(source.path, io) ?? source.path)
  // the lines of a program are not those of what it exports
  if (source.kind === 'module') return { file }
  const line = { file, line: String(finding.line) }
  // columns count for one line only
  if (finding.endLine !== finding.line) return { ...line, endLine: String(finding.endLine) }
  return { ...line, col: String(finding.column), endColumn: String(finding.endColumn) }
}

function whereOf(source: Source, { line, column, pointer }: Finding): string {
  if (source.kind === 'file') return ''
  if (source.kind === 'module') return pointer === '' ? '' : ` At ${printable(pointer)}.`
  return ` In ${printable(source.name)}, line ${line}, column ${column}.`
}

/** As the runner undoes it in the text of a command. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** As the runner undoes it in a property of a command. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' } as const
