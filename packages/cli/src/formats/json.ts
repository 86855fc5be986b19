import type { Finding } from '@haiilo-kit/manifest'
import { printAddress } from '../sources/print-address.js'
import { isUnreadable, type Report } from '../validate/report.js'
import type { Summary } from '../validate/summary.js'
import type { Format, FormatContext } from './format.js'

/** What `--format json` writes; the README describes it. Names may be added within a version. */
export interface JsonOutput {
  readonly version: 1
  readonly sources: readonly JsonSource[]
  readonly summary: Summary
}

/** One source of it. */
export interface JsonSource {
  /** As it was given; addresses without name, password, query and fragment. */
  readonly source: string
  readonly kind: 'address' | 'file' | 'module' | 'stdin'
  /** `invalid`: there are errors. */
  readonly status: 'invalid' | 'unreadable' | 'valid'
  /** Why it is unreadable. */
  readonly problem?: string
  /** The address that the manifest's own addresses were resolved against. */
  readonly url?: string
  readonly findings: readonly Finding[]
}

/** One object, for programs. */
export function createJson({ io }: FormatContext): Format {
  const sources: JsonSource[] = []
  return {
    add: (report) => void sources.push(describe(report)),
    end(summary) {
      const output: JsonOutput = { version: 1, sources, summary }
      io.stdout.json(output)
    },
  }
}

function describe(report: Report): JsonSource {
  const { kind, name } = report.source
  const source = { source: name, kind }
  if (isUnreadable(report)) return { ...source, status: 'unreadable', problem: report.problem, findings: [] }
  const { manifest, url, findings } = report
  return { ...source, status: manifest ? 'valid' : 'invalid', ...(url && { url: printAddress(url) }), findings }
}
