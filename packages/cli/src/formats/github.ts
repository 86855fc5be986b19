import type { Finding } from '@haiilo-kit/manifest'
import type { Io } from '../io.js'
import type { Source } from '../sources/source.js'
import { isUnreadable } from '../validate/report.js'
import type { Format, FormatContext } from './format.js'
import { pathInRepository } from './path-in-repository.js'

/** Workflow commands of GitHub Actions, which become annotations in the code. */
export function createGithub({ io }: FormatContext): Format {
  return {
    add(report) {
      if (isUnreadable(report)) return
      for (const finding of report.findings) annotate(report.source, finding, io)
    },
    end: () => undefined,
  }
}

function annotate(source: Source, finding: Finding, io: Pick<Io, 'cwd' | 'env' | 'stdout'>): void {
  const message = `${finding.message}${whereOf(source, finding)} (${finding.help})`
  io.stdout.command(COMMANDS[finding.severity], { ...placeOf(source, finding, io), title: finding.rule }, message)
}

function placeOf(source: Source, finding: Finding, io: Pick<Io, 'cwd' | 'env'>): Readonly<Record<string, string>> {
  if (source.kind !== 'file' && source.kind !== 'module') return {}
  const file = pathInRepository(source.path, io) ?? source.path
  // the lines of a program are not those of what it exports
  if (source.kind === 'module') return { file }
  const line = { file, line: String(finding.line) }
  // columns count for one line only
  if (finding.endLine !== finding.line) return { ...line, endLine: String(finding.endLine) }
  return { ...line, col: String(finding.column), endColumn: String(finding.endColumn) }
}

function whereOf(source: Source, { line, column, pointer }: Finding): string {
  if (source.kind === 'file') return ''
  if (source.kind === 'module') return pointer === '' ? '' : ` At ${pointer}.`
  return ` In ${source.name}, line ${line}, column ${column}.`
}

const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' } as const
