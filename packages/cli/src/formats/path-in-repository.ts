import { realpathSync } from 'node:fs'
import { isAbsolute, relative, sep } from 'node:path'
import type { CommandContext } from '../context.js'

/**
 * Returns the path of a file relative to the repository, with slashes, as services need it that show findings in the code. Symbolic links are
 * resolved, because git does not follow them.
 *
 * @returns `undefined` if the file is outside of the repository.
 */
export function pathInRepository(path: string, { cwd, env }: Pick<CommandContext, 'cwd' | 'env'>): string | undefined {
  // set by GitHub Actions, where a step can run in a subfolder
  const root = env['GITHUB_WORKSPACE'] || cwd
  return pathInside(realPath(root), realPath(path)) ?? pathInside(root, path)
}

/** Returns the path itself if the file cannot be read. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}

function pathInside(root: string, path: string): string | undefined {
  const inside = relative(root, path)
  // the name of a folder can start with two dots; on Windows, the path to another drive is absolute
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return undefined
  return inside.replaceAll(sep, '/')
}
