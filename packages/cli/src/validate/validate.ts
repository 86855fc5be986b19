import { printable } from '@haiilo-kit/core/token'
import { parseManifest } from '@haiilo-kit/manifest'
import type { CommandContext, ExitCode } from '../context.js'
import type { CreateFormat } from '../formats/format.js'
import { SourceError } from '../sources/source-error.js'
import { identifySource, readSource, type Source } from '../sources/source.js'
import { addReport, EMPTY_SUMMARY, exitCodeOf, isUnreadable, type Report } from './report.js'

export interface ValidateOptions {
  readonly createFormat: CreateFormat
  /** Whether warnings count as errors. */
  readonly isStrict: boolean
  /** The URL of the manifest after deployment. */
  readonly url: URL | undefined
}

/** A higher number is not faster. */
const MAX_PARALLEL = 16

/** Validates manifests and writes the findings. Sources are read in parallel and written in the order of the arguments. */
export async function validate(
  sources: readonly string[],
  { createFormat, isStrict, url }: ValidateOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const format = createFormat(context, isStrict)
  const { text, paint } = context.stderr
  const identified = sources.map((source) => identifySource(source, context.cwd))
  let summary = EMPTY_SUMMARY
  for await (const report of mapInOrder(identified, MAX_PARALLEL, (source) => validateSource(source, url, context))) {
    summary = addReport(summary, report)
    if (isUnreadable(report))
      text(`${paint('red', '✗')} ${paint('bold', printable(report.source.name))}  ${report.problem}\n`)
    format.add(report)
  }
  format.end(summary)
  return exitCodeOf(summary, isStrict)
}

/** Reads a source and validates the manifest in it. The report also covers a source that cannot be read. */
export async function validateSource(source: Source, url: URL | undefined, context: CommandContext): Promise<Report> {
  try {
    const { content, url: sourceUrl } = await readSource(source, context)
    const baseUrl = url ?? sourceUrl
    return { source, content, url: baseUrl, ...parseManifest(content, { url: baseUrl }) }
  } catch (error) {
    if (error instanceof SourceError) return { source, problem: error.message }
    throw error
  }
}

/** Maps items in parallel and yields the results in order. At most `maxParallel` results are pending or not yet taken. */
async function* mapInOrder<Item, Result>(
  items: readonly Item[],
  maxParallel: number,
  map: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const pending: Promise<Result>[] = []
  for (const item of items) {
    const result = map(item)
    // without a handler, a rejection before its turn would be unhandled
    result.catch(() => undefined)
    pending.push(result)
    const next = pending.length === maxParallel ? pending.shift() : undefined
    if (next) yield await next
  }
  for (const result of pending) yield await result
}
