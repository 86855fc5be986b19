import type { CommandContext } from '../context.js'
import type { Report, Summary } from '../validate/report.js'

/** Writes reports in one output format. */
export interface Format {
  /** Adds a report as soon as its source was checked. The content of the source does not have to be kept. */
  readonly add: (report: Report) => void
  /** Writes the rest of the output. */
  readonly end: (summary: Summary) => void
}

/** Creates a format that writes to stdout. */
export type CreateFormat = (context: FormatContext, options: FormatOptions) => Format

/** The part of the command context that a format uses. */
export type FormatContext = Pick<CommandContext, 'stdout' | 'cwd' | 'env'>

export interface FormatOptions {
  /** Whether warnings count as errors. */
  readonly isStrict: boolean
  /** What is checked, in the singular. */
  readonly subject: 'manifest' | 'plug-in'
}
