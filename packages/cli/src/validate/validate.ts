import { printable } from '@haiilo-kit/core/token'
import type { ExitCode } from '../exit-code.js'
import { formats, type FormatName } from '../formats/formats.js'
import type { Io } from '../io.js'
import { identifySource } from '../sources/source.js'
import { mapInOrder } from './map-in-order.js'
import { isUnreadable } from './report.js'
import { addTo, exitCodeOf, NOTHING } from './summary.js'
import { validateSource } from './validate-source.js'

/** How to validate. */
export interface ValidateOptions {
  readonly format: FormatName
  /** Warnings count as errors do. */
  readonly strict?: boolean | undefined
  /** Where the manifest will lie. */
  readonly url?: URL | undefined
}

/** More at once are not faster. */
const AT_ONCE = 16

/** Validates manifests and writes what it finds; each source is written as soon as it is its turn. */
export async function validate(sources: readonly string[], options: ValidateOptions, io: Io): Promise<ExitCode> {
  const isStrict = options.strict === true
  const format = formats[options.format]({ io, isStrict })
  const { paint } = io.stderr
  const identified = sources.map((source) => identifySource(source, io.cwd))
  let summary = NOTHING
  for await (const report of mapInOrder(identified, AT_ONCE, (source) => validateSource(source, options.url, io))) {
    summary = addTo(summary, report)
    if (isUnreadable(report))
      io.stderr.text(`${paint('red', '✗')} ${paint('bold', printable(report.source.name))}  ${report.problem}\n`)
    format.add(report)
  }
  format.end(summary)
  return exitCodeOf(summary, isStrict)
}
