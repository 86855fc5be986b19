import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { DEFAULT_PATHS, findManifest, pathInVite } from './find-manifest.js'
import { loadModule, type ModuleSettings } from './load-module.js'
import { errorReason } from './error-reason.js'

/** A manifest before it is looked at: the bytes of a JSON file, or what a module exports, as JSON. */
export interface LoadedManifest {
  /** Absent if there is none; `reason` says why. */
  readonly source?: Uint8Array | string | object | undefined
  readonly reason?: string
  /** Its file, in Vite's spelling; `undefined` if there is none. */
  readonly file: string | undefined
  /** The files that it was made of, in Vite's spelling. */
  readonly files: readonly string[]
}

/** Reads the manifest of a project, anew each time. Never throws: what goes wrong is in `reason`. */
export async function loadManifest(given: string | undefined, settings: ModuleSettings): Promise<LoadedManifest> {
  const file = findManifest(settings.root, given)
  if (file === undefined) return { reason: notFound(given), file, files: places(settings.root, given) }
  const path = pathInVite(file)
  try {
    if (path.endsWith('.json')) return { source: await readFile(file), file: path, files: [path] }
    return { file: path, ...(await loadFromModule(path, settings)) }
  } catch (error) {
    return { reason: couldNotLoad(path, settings.root, error), file: path, files: [path] }
  }
}

async function loadFromModule(path: string, settings: ModuleSettings): Promise<Omit<LoadedManifest, 'file'>> {
  const { outcome, files: read } = await loadModule(path, settings)
  const files = [...new Set([path, ...read])]
  switch (outcome.kind) {
    case 'json':
      return { source: outcome.text, files }
    case 'not-json':
      return { source: NOT_JSON, files }
    case 'no-manifest':
      return { reason: 'The file exports no manifest. Export it as `manifest`, or as the default.', files }
    case 'unsettled':
      return { reason: couldNotLoad(path, settings.root, 'it waits for a promise that is never settled.'), files }
    case 'failed':
      return { reason: couldNotLoad(path, settings.root, outcome.reason), files }
  }
}

/** What the parser says of it holds for every object that cannot be written as JSON. */
const NOT_JSON = { toJSON: () => undefined }

function places(root: string, given: string | undefined): string[] {
  return (given === undefined ? DEFAULT_PATHS : [given]).map((place) => pathInVite(root, place))
}

function notFound(given: string | undefined): string {
  if (given !== undefined) return `There is no manifest at ${JSON.stringify(given)}. Correct the option "manifest".`
  return 'There is no manifest. Write it in src/manifest.ts, or name its file by the option "manifest".'
}

function couldNotLoad(path: string, root: string, error: unknown): string {
  return `Could not load ${relative(root, path)}: ${errorReason(error)}`
}
