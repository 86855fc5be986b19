import { parseManifest, type Finding } from '@haiilo-kit/manifest'
import type { CommandContext, ExitCode } from '../context.js'
import { mapInOrder } from '../map-in-order.js'
import { SourceError } from '../sources/source-error.js'
import { identifySource, readSource, type Source } from '../sources/source.js'
import { createOutput, type OutputOptions } from './output.js'
import type { Report } from './report.js'

export interface ValidateOptions extends OutputOptions {
  /** The URL of the manifest after deployment. */
  readonly url: URL | undefined
}

/** A higher number is not faster. */
const MAX_PARALLEL = 16

/** Validates manifests and writes the findings. Sources are read in parallel and written in the order of the arguments. */
export async function validate(
  sources: readonly string[],
  { url, ...options }: ValidateOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const output = createOutput('manifest', options, context)
  const identified = sources.map((source) => identifySource(source, context.cwd))
  for await (const report of mapInOrder(identified, MAX_PARALLEL, (source) => validateSource(source, url, context)))
    output.add(report)
  return output.end()
}

/** Reads a source and validates the manifest in it. The report also covers a source that cannot be read. */
export async function validateSource(
  source: Source,
  url: URL | undefined,
  context: CommandContext,
): Promise<Report<Finding>> {
  try {
    const { content, url: sourceUrl } = await readSource(source, context)
    const baseUrl = url ?? sourceUrl
    return { source, content, url: baseUrl, ...parseManifest(content, { url: baseUrl }) }
  } catch (error) {
    if (error instanceof SourceError) return { source, problem: error.message }
    throw error
  }
}
