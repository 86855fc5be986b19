import type { Finding, Manifest } from '@haiilo-kit/manifest'
import type { Source } from '../sources/source.js'

/** What became of one source. */
export type Report = CheckedReport | UnreadableReport

/** A source that could be read. */
export interface CheckedReport {
  readonly source: Source
  readonly findings: readonly Finding[]
  /** There if no finding is an error. */
  readonly manifest?: Manifest | undefined
  /** What was read; the positions of findings are those of its text. */
  readonly content: string | Uint8Array | object
  /** The address that the manifest's own addresses were resolved against. */
  readonly url?: URL | undefined
  readonly problem?: undefined
}

/** A source that could not be read. */
export interface UnreadableReport {
  readonly source: Source
  /** Why, in one sentence that may be printed. */
  readonly problem: string
}

/** Tells the two apart. */
export function isUnreadable(report: Report): report is UnreadableReport {
  return report.problem !== undefined
}
