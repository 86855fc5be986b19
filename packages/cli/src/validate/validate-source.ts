import { parseManifest } from '@haiilo-kit/manifest'
import type { Io } from '../io.js'
import { readSource } from '../sources/read-source.js'
import { SourceError } from '../sources/source-error.js'
import type { Source } from '../sources/source.js'
import type { Report } from './report.js'

/** Reads a source and looks at the manifest in it. What cannot be read is told in the report. */
export async function validateSource(source: Source, url: URL | undefined, io: Io): Promise<Report> {
  try {
    const { content, url: foundAt } = await readSource(source, io)
    const base = url ?? foundAt
    return { source, content, url: base, ...parseManifest(content, { url: base }) }
  } catch (error) {
    if (error instanceof SourceError) return { source, problem: error.message }
    throw error
  }
}
