import type { Io } from '../io.js'
import type { Report } from '../validate/report.js'
import type { Summary } from '../validate/summary.js'

/** Says in a form of its own what was found. */
export interface Format {
  /** What is written of a source as soon as it was looked at; what was read of it need not be kept. */
  readonly add: (report: Report) => string
  /** What is written at the end. */
  readonly end: (summary: Summary) => string
}

/** What a format may want to know. */
export interface FormatContext {
  readonly io: Pick<Io, 'stdout' | 'cwd' | 'env'>
  /** Warnings count as errors do. */
  readonly isStrict: boolean
}

/** Begins an output. */
export type CreateFormat = (context: FormatContext) => Format
