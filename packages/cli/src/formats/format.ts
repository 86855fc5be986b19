import type { Io } from '../io.js'
import type { Report } from '../validate/report.js'
import type { Summary } from '../validate/summary.js'

/** Writes findings in a form of its own. */
export interface Format {
  /** Takes what was found in one source, as soon as it was checked. What was read of it need not be kept. */
  readonly add: (report: Report) => void
  /** Writes what is left to write. */
  readonly end: (summary: Summary) => void
}

/** What a format needs to know. */
export interface FormatContext {
  readonly io: Pick<Io, 'stdout' | 'cwd' | 'env'>
  /** Warnings count as errors do. */
  readonly isStrict: boolean
}

/** Begins an output; it writes to stdout. */
export type CreateFormat = (context: FormatContext) => Format
