import { realpathSync } from 'node:fs'
import { isAbsolute, relative, sep } from 'node:path'
import type { Io } from '../io.js'

/**
 * A file's path as a service that shows findings in the code wants it: relative to the repository, with slashes. If the path or the
 * repository is reached through links, it is the path of the real file, since git knows no other.
 *
 * @returns `undefined` if the file is outside of the repository.
 */
export function pathInRepository(path: string, { cwd, env }: Pick<Io, 'cwd' | 'env'>): string | undefined {
  // set by GitHub Actions; the working directory of a step may be a folder inside
  const root = env['GITHUB_WORKSPACE'] || cwd
  return pathInside(realPath(root), realPath(path)) ?? pathInside(root, path)
}

/** A file that cannot be read has a name nevertheless. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}

function pathInside(root: string, path: string): string | undefined {
  const inside = relative(root, path)
  // a folder may be named "..hidden"; on Windows the path on another drive is absolute
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return undefined
  return inside.replaceAll(sep, '/')
}
