import { printable } from '@haiilo-kit/core/token'
import type { CommandContext, ExitCode } from '../context.js'
import type { CreateFormat, FormatOptions } from '../formats/format.js'
import { addReport, EMPTY_SUMMARY, exitCodeOf, isUnreadable, type Report } from './report.js'

export interface OutputOptions {
  readonly createFormat: CreateFormat
  /** Whether warnings count as errors. */
  readonly isStrict: boolean
}

/** Writes reports and a summary. */
export interface Output {
  /** Writes a report. A source that could not be read is also named on stderr. */
  readonly add: (report: Report) => void
  /** Writes the summary, and returns the exit code for all reports. */
  readonly end: () => ExitCode
}

/** Starts an output. */
export function createOutput(
  subject: FormatOptions['subject'],
  { createFormat, isStrict }: OutputOptions,
  context: CommandContext,
): Output {
  const format = createFormat(context, { isStrict, subject })
  const { text, paint } = context.stderr
  let summary = EMPTY_SUMMARY
  return {
    add(report) {
      summary = addReport(summary, report)
      if (isUnreadable(report))
        text(`${paint('red', '✗')} ${paint('bold', printable(report.source.name))}  ${report.problem}\n`)
      format.add(report)
    },
    end() {
      format.end(summary)
      return exitCodeOf(summary, isStrict)
    },
  }
}
