import type { Finding } from '@haiilo-kit/manifest'
import type { Source } from '../sources/source.js'
import { isDeploymentFinding, isUnreadable, type ReportedFinding } from '../validate/report.js'
import type { CreateFormat, FormatContext } from './format.js'
import { pathInRepository } from './path-in-repository.js'

/** Creates the format for GitHub Actions: workflow commands, which GitHub shows as annotations in the code. */
export const createGithubFormat: CreateFormat = (context) => ({
  add(report) {
    if (isUnreadable(report)) return
    for (const finding of report.findings) annotate(report.source, finding, context)
  },
  end: () => undefined,
})

function annotate(source: Source, finding: ReportedFinding, context: FormatContext): void {
  const [location, text] = isDeploymentFinding(finding)
    ? [{}, `${finding.message} ${finding.fix} In ${finding.url}.`]
    : [locationOf(source, finding, context), `${finding.message}${describeLocation(source, finding)}`]
  const properties = { ...location, title: finding.rule }
  context.stdout.command(COMMANDS[finding.severity], properties, `${text} (${finding.help})`)
}

function locationOf(source: Source, finding: Finding, context: FormatContext): Readonly<Record<string, string>> {
  if (source.kind !== 'file' && source.kind !== 'module') return {}
  const file = pathInRepository(source.path, context) ?? source.path
  // positions refer to the exported manifest, not to the program
  if (source.kind === 'module') return { file }
  const line = { file, line: String(finding.line) }
  // GitHub supports columns for ranges within one line only
  if (finding.endLine !== finding.line) return { ...line, endLine: String(finding.endLine) }
  return { ...line, col: String(finding.column), endColumn: String(finding.endColumn) }
}

/** Describes a location that the properties of the command cannot contain. */
function describeLocation(source: Source, { line, column, pointer }: Finding): string {
  if (source.kind === 'file') return ''
  if (source.kind === 'module') return pointer === '' ? '' : ` At ${pointer}.`
  return ` In ${source.name}, line ${line}, column ${column}.`
}

const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' } as const
