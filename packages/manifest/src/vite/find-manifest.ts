import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { normalizePath } from 'vite'

/** Where a manifest is looked for, in this order, if its file is not given. */
export const DEFAULT_PATHS: readonly string[] = ['src/manifest', 'manifest'].flatMap((name) =>
  ['ts', 'mts', 'js', 'mjs', 'json'].map((extension) => `${name}.${extension}`),
)

/** The file of the manifest, as an absolute path; `undefined` if there is none. */
export function findManifest(root: string, given: string | undefined): string | undefined {
  return (given === undefined ? DEFAULT_PATHS : [given]).map((place) => resolve(root, place)).find(isFile)
}

/** Whether there is a file, no folder, under the path; there is none where the path is none. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** The path in the way that Vite spells paths when it tells of changes. */
export function pathInVite(...parts: readonly string[]): string {
  return normalizePath(resolve(...parts))
}
