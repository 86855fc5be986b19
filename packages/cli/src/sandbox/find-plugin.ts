import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { SourceError } from '../sources/source-error.js'
import { identifySource, type Source } from '../sources/source.js'

/** Paths of manifests in a folder, in the order of the search. */
const MANIFEST_PATHS: readonly string[] = [
  ...['src/manifest', 'manifest'].flatMap((name) =>
    ['ts', 'mts', 'js', 'mjs', 'json'].map((type) => `${name}.${type}`),
  ),
  'public/manifest.json',
  'static/manifest.json',
  'dist/manifest.json',
]

/** The manifest and the folder of a plug-in. */
export interface PluginSource {
  /** The manifest: a file, a module, or a URL. */
  readonly manifest: Source
  /** Absolute path of the folder to serve if there is no other server. */
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
  if (given.kind === 'stdin')
    throw new SourceError('The sandbox cannot watch standard input. Pass a file, a folder or a URL.')
  if (given.kind === 'address' || !(await isFolder(given.path))) return { manifest: given, folder: undefined }
  for (const name of MANIFEST_PATHS) {
    const path = join(given.path, name)
    if (await isFile(path)) {
      const manifest = identifySource(path, cwd)
      return {
        manifest: { ...manifest, name: argument === undefined ? name : join(argument, name) },
        folder: given.path,
      }
    }
  }
  throw new SourceError(
    'There is no manifest in this folder. Create manifest.ts or manifest.json, or pass its path: `haiilo-kit sandbox path/to/manifest.json`.',
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
