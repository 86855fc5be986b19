import { isAbsolute, relative, sep } from 'node:path'
import type { Io } from '../io.js'

/**
 * A file's path as a service that shows findings in the code wants it: relative to the repository, with slashes.
 *
 * @returns `undefined` if the file lies elsewhere.
 */
export function pathInRepository(path: string, { cwd, env }: Pick<Io, 'cwd' | 'env'>): string | undefined {
  // set by GitHub Actions; the working directory of a step may lie deeper
  const root = env['GITHUB_WORKSPACE'] ?? cwd
  const inside = relative(root, path)
  if (inside.startsWith('..') || isAbsolute(inside)) return undefined
  return inside.replaceAll(sep, '/')
}
