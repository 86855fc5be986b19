import type { Severity } from '@haiilo-kit/manifest'
import { exitCodes, type ExitCode } from '../exit-code.js'
import { isUnreadable, type Report } from './report.js'

/** How many there were. */
export interface Summary {
  readonly sources: number
  readonly unreadable: number
  readonly errors: number
  readonly warnings: number
  readonly notes: number
}

/** Of no source at all. */
export const NOTHING: Summary = { sources: 0, unreadable: 0, errors: 0, warnings: 0, notes: 0 }

/** What was counted so far, and one source more. */
export function addTo(summary: Summary, report: Report): Summary {
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

/** How the program ends after that. Strictly seen, warnings count as errors do. */
export function exitCodeOf({ unreadable, errors, warnings }: Summary, isStrict: boolean): ExitCode {
  if (unreadable > 0) return exitCodes.failure
  return errors > 0 || (isStrict && warnings > 0) ? exitCodes.errors : exitCodes.fine
}
