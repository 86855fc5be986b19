import { redactUrl } from '../sources/redact-url.js'
import { hasSeverity, isUnreadable, type Report, type ReportedFinding, type Summary } from '../validate/report.js'
import type { CreateFormat } from './format.js'

/** The output of `--format json`, as the README documents it. Within a version, fields can be added. */
export interface JsonOutput {
  readonly version: 1
  readonly sources: readonly JsonSource[]
  readonly summary: Summary
}

/** The result for one source. */
export interface JsonSource {
  /** The argument. URLs are without user name, password, query and fragment. */
  readonly source: string
  readonly kind: 'address' | 'file' | 'module' | 'stdin'
  /** `invalid` if there are errors. */
  readonly status: 'invalid' | 'unreadable' | 'valid'
  /** Why the source is unreadable. */
  readonly problem?: string
  /** The URL against which the URLs in the manifest were resolved. */
  readonly url?: string
  readonly findings: readonly ReportedFinding[]
}

/** Creates the format for programs: one JSON object. */
export const createJsonFormat: CreateFormat = ({ stdout }) => {
  const sources: JsonSource[] = []
  return {
    add: (report) => void sources.push(toJsonSource(report)),
    end(summary) {
      const output: JsonOutput = { version: 1, sources, summary }
      stdout.json(output)
    },
  }
}

function toJsonSource(report: Report): JsonSource {
  const { kind, name } = report.source
  const source = { source: name, kind }
  if (isUnreadable(report)) return { ...source, status: 'unreadable', problem: report.problem, findings: [] }
  const { url, findings } = report
  const status = hasSeverity(report, 'error') ? 'invalid' : 'valid'
  return { ...source, status, ...(url && { url: redactUrl(url) }), findings }
}
