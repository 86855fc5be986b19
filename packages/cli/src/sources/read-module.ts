import { access } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { fileError } from './read-file.js'
import { reasonOf, SourceError } from './source-error.js'

/**
 * The manifest that a program exports, printed as JSON. The program is run for that.
 *
 * @returns The value itself if it cannot be printed: that is for the parser to say.
 * @throws {SourceError} It cannot be loaded, or it exports no manifest.
 */
export async function readModule(path: string): Promise<string | object> {
  const exported = await load(path)
  const value = exported['default'] ?? exported['manifest']
  if (value === undefined) throw new SourceError(NO_MANIFEST)
  const text = print(value)
  if (text !== undefined) return text
  if (typeof value === 'object' && value !== null) return value
  throw new SourceError(NO_MANIFEST)
}

async function load(path: string): Promise<Readonly<Record<string, unknown>>> {
  await access(path).catch((error: unknown) => {
    throw fileError(error)
  })
  try {
    // what a module exports is its own affair: each name may hold anything
    return (await import(/* @vite-ignore */ pathToFileURL(path).href)) as Readonly<Record<string, unknown>>
  } catch (error) {
    throw new SourceError(`It cannot be loaded: ${reasonOf(error)}.`, { cause: error })
  }
}

function print(value: unknown): string | undefined {
  try {
    const text: unknown = JSON.stringify(value, null, 2)
    return typeof text === 'string' ? text : undefined
  } catch {
    return undefined
  }
}

const NO_MANIFEST = 'It exports no manifest: expected one as the default export or under the name "manifest".'
