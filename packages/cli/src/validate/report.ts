import type { Finding, Manifest, Severity } from '@haiilo-kit/manifest'
import { exitCodes, type ExitCode } from '../context.js'
import type { DeploymentFinding } from '../doctor/deployment-finding.js'
import type { Source } from '../sources/source.js'

/** The result for one source. */
export type Report<Kind extends ReportedFinding = ReportedFinding> = CheckedReport<Kind> | UnreadableReport

/** The result for a source that was read. */
export interface CheckedReport<Kind extends ReportedFinding = ReportedFinding> {
  readonly source: Source
  readonly findings: readonly Kind[]
  /** `undefined` if a finding of the manifest is an error. */
  readonly manifest?: Manifest | undefined
  /** The content of the source. The positions of findings refer to its text. */
  readonly content: string | Uint8Array | object
  /** The URL against which the URLs in the manifest were resolved. */
  readonly url?: URL | undefined
  readonly problem?: undefined
}

/** A problem of a manifest, or of the plug-in that it describes. */
export type ReportedFinding = DeploymentFinding | Finding

/** Whether a finding is about a deployed plug-in. Other findings have a position in the manifest. */
export function isDeploymentFinding(finding: ReportedFinding): finding is DeploymentFinding {
  return 'fix' in finding
}

/** Whether a report has a finding of a severity. */
export function hasSeverity({ findings }: CheckedReport, severity: Severity): boolean {
  return findings.some((finding) => finding.severity === severity)
}

/** Returns the manifest, or the JSON object of a manifest with errors, of which parts may be usable. `undefined` if there is none. */
export function usableManifest({ manifest, content }: CheckedReport): object | undefined {
  if (manifest) return manifest
  if (typeof content === 'object' && !(content instanceof Uint8Array)) return content
  try {
    const value: unknown = JSON.parse(typeof content === 'string' ? content : new TextDecoder().decode(content))
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

/** The result for a source that could not be read. */
export interface UnreadableReport {
  readonly source: Source
  /** The reason as one sentence that is safe to print. */
  readonly problem: string
}

/** Whether the source of a report could not be read. */
export function isUnreadable(report: Report): report is UnreadableReport {
  return report.problem !== undefined
}

/** The numbers of sources and findings in several reports. */
export interface Summary {
  readonly sources: number
  readonly unreadable: number
  readonly errors: number
  readonly warnings: number
  readonly notes: number
}

/** The summary of no reports. */
export const EMPTY_SUMMARY: Summary = { sources: 0, unreadable: 0, errors: 0, warnings: 0, notes: 0 }

/** Adds a report to a summary. */
export function addReport(summary: Summary, report: Report): Summary {
  if (isUnreadable(report)) return { ...summary, sources: summary.sources + 1, unreadable: summary.unreadable + 1 }
  const amount = (severity: Severity): number => report.findings.filter((each) => each.severity === severity).length
  return {
    ...summary,
    sources: summary.sources + 1,
    errors: summary.errors + amount('error'),
    warnings: summary.warnings + amount('warning'),
    notes: summary.notes + amount('note'),
  }
}

/** Returns the exit code for a summary. If `isStrict` is set, warnings count as errors. */
export function exitCodeOf({ unreadable, errors, warnings }: Summary, isStrict: boolean): ExitCode {
  if (unreadable > 0) return exitCodes.failure
  return errors > 0 || (isStrict && warnings > 0) ? exitCodes.errors : exitCodes.success
}
