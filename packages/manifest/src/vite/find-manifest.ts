import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { normalizePath } from 'vite'

/** The paths that are tried, in this order, if no file is configured. */
export const DEFAULT_PATHS: readonly string[] = ['src/manifest', 'manifest'].flatMap((name) =>
  ['ts', 'mts', 'js', 'mjs', 'json'].map((extension) => `${name}.${extension}`),
)

/** Returns the absolute path of the manifest; `undefined` if there is none. */
export function findManifest(root: string, given: string | undefined): string | undefined {
  return (given === undefined ? DEFAULT_PATHS : [given]).map((place) => resolve(root, place)).find(isFile)
}

/** Whether a path is an existing file. Returns `false` for an invalid path. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** Returns an absolute path normalized as in Vite's change events. */
export function pathInVite(...parts: readonly string[]): string {
  return normalizePath(resolve(...parts))
}
