import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { DEFAULT_PATHS, findManifest, pathInVite } from './find-manifest.js'
import { loadModule, type ModuleSettings } from './load-module.js'
import { errorReason } from './error-reason.js'

/** A manifest before it is checked: the bytes of a JSON file, or the export of a module as JSON. */
export interface LoadedManifest {
  /** Missing if the manifest could not be loaded; then `reason` is set. */
  readonly source?: Uint8Array | string | object | undefined
  readonly reason?: string
  /** The file of the manifest, normalized as in Vite; `undefined` if there is none. */
  readonly file: string | undefined
  /** All files that were loaded or looked for, normalized as in Vite. */
  readonly files: readonly string[]
}

/** Loads the manifest of a project, without a cache. Never throws: `reason` describes a failure. */
export async function loadManifest(given: string | undefined, settings: ModuleSettings): Promise<LoadedManifest> {
  const file = findManifest(settings.root, given)
  if (file === undefined) return { reason: notFound(given), file, files: candidates(settings.root, given) }
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
      return { reason: 'The file does not export a manifest. Export it as `manifest` or as the default export.', files }
    case 'unsettled':
      return { reason: couldNotLoad(path, settings.root, 'it waits for a promise that never settles.'), files }
    case 'failed':
      return { reason: couldNotLoad(path, settings.root, outcome.reason), files }
  }
}

/** The parser reports this object like every object that cannot be converted to JSON. */
const NOT_JSON = { toJSON: () => undefined }

/** Returns the paths at which the manifest could be created. */
function candidates(root: string, given: string | undefined): string[] {
  return (given === undefined ? DEFAULT_PATHS : [given]).map((path) => pathInVite(root, path))
}

function notFound(given: string | undefined): string {
  if (given !== undefined) return `The manifest ${JSON.stringify(given)} does not exist. Correct the option "manifest".`
  return 'No manifest found. Create src/manifest.ts, or set its file with the option "manifest".'
}

function couldNotLoad(path: string, root: string, error: unknown): string {
  return `Could not load ${relative(root, path)}: ${errorReason(error)}`
}
