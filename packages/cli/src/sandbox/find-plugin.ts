import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { SourceError } from '../sources/source-error.js'
import { identifySource, type Source } from '../sources/source.js'

/** Where a manifest is looked for in a folder, in this order. */
const PLACES: readonly string[] = [
  ...['src/manifest', 'manifest'].flatMap((name) =>
    ['ts', 'mts', 'js', 'mjs', 'json'].map((type) => `${name}.${type}`),
  ),
  'public/manifest.json',
  'static/manifest.json',
  'dist/manifest.json',
]

/** The plug-in that the arguments name. */
export interface PluginSource {
  /** The manifest: a file, a module, or a URL. */
  readonly manifest: Source
  /** The folder to serve if nothing else does; absolute. */
  readonly folder: string | undefined
}

/**
 * Finds the manifest of a plug-in.
 *
 * @param argument A file, a folder, or a URL. Default: the current folder.
 * @throws {SourceError} There is no manifest.
 */
export async function findPlugin(argument: string | undefined, cwd: string): Promise<PluginSource> {
  const given = identifySource(argument ?? '.', cwd)
  if (given.kind === 'stdin') throw new SourceError('The sandbox watches its manifest: give a file, a folder or a URL.')
  if (given.kind === 'address' || !(await isFolder(given.path))) return { manifest: given, folder: undefined }
  for (const place of PLACES) {
    const path = join(given.path, place)
    if (await isFile(path)) {
      const manifest = identifySource(path, cwd)
      return {
        manifest: { ...manifest, name: argument === undefined ? place : join(argument, place) },
        folder: given.path,
      }
    }
  }
  throw new SourceError(
    'There is no manifest in this folder. Write a manifest.ts or manifest.json, or name the file: `haiilo-kit sandbox path/to/manifest.json`.',
  )
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}
