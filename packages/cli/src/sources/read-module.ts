import { access } from 'node:fs/promises'
import type { Io } from '../io.js'
import { fileError } from './read-file.js'
import { firstLine, SourceError } from './source-error.js'
import { startModule, type ModuleRun } from './start-module.js'

/**
 * Runs a program and reads the manifest that it exports. The program runs in its own process; its output goes to stderr.
 *
 * @returns The manifest as JSON text. An export that cannot be written as JSON is returned unchanged, and the parser reports it.
 * @throws {SourceError} It cannot be loaded, takes too long, or exports no manifest.
 */
export async function readModule(path: string, io: Pick<Io, 'cwd' | 'stderr' | 'timeout'>): Promise<string | object> {
  await access(path).catch((error: unknown) => {
    throw fileError(error)
  })
  const { end, output } = await startModule(path, io)
  io.stderr.text(output)
  if (end.kind === 'json') return end.text
  if (end.kind === 'not-json') return NOT_JSON
  throw new SourceError(problemOf(end, io.timeout))
}

const NOT_JSON = { toJSON: () => undefined }

function problemOf(end: Exclude<ModuleRun['end'], { kind: 'json' | 'not-json' }>, timeout: number): string {
  switch (end.kind) {
    case 'no-manifest':
      return 'It exports no manifest: expected one as the default export or under the name "manifest".'
    case 'unsettled':
      return 'It exports no manifest: it waits for a promise that is never settled.'
    case 'too-slow':
      return `It exported no manifest within ${timeout / 1000} seconds. If it needs longer, set --timeout.`
    case 'exit':
      return `It ended before it exported a manifest, ${end.signal === null ? `with exit code ${end.code}` : `by ${end.signal}`}.`
    case 'failed':
      return `It cannot be loaded: ${end.reason === undefined ? 'something was thrown that is no error' : firstLine(end.reason)}.`
  }
}
