import { access, constants, lstat, open } from 'node:fs/promises'
import type { Manifest } from '../manifest.js'
import { compareDeclaration, declareManifest } from './declare-manifest.js'
import { replaceFile } from './replace-file.js'

/** How to write a declaration. */
export interface WriteDeclarationOptions {
  /** Whether to compare only and write nothing. Default: `false`. */
  readonly check?: boolean | undefined
}

/** The result. `foreign`: the declaration was written by hand, so it was not changed. */
export type DeclarationState = 'current' | 'foreign' | 'outdated' | 'written'

/** Returns the path of the declaration of a manifest: `manifest.d.json.ts` for `manifest.json`. */
export function declarationPath(file: string): string {
  return file.replace(/\.json$/, '.d.json.ts')
}

/**
 * Writes the declaration of a hand-written manifest, `<name>.d.json.ts` next to `<name>.json`, so that TypeScript keeps its literals. For
 * Node.
 *
 * Does not change a declaration that is up to date or was written by hand. Replaces the file in one step and keeps its permissions, so that
 * no reader sees an incomplete file.
 *
 * @param file The path of the manifest. It ends with `.json`.
 * @returns `written` or `current`; `foreign` if the declaration was written by hand; with `check`, `outdated` instead of `written`.
 * @throws {Error} The declaration cannot be read or written. `code` is `ELOOP` if it is a link, because links are never followed, `EISDIR`
 *   or `EINVAL` if it is not a file, and otherwise the error code of Node.
 */
export async function writeDeclaration(
  file: string,
  manifest: Manifest,
  { check = false }: WriteDeclarationOptions = {},
): Promise<DeclarationState> {
  const path = declarationPath(file)
  const present = await readIfExists(path)
  const state = compareDeclaration(present?.text, manifest)
  if (state !== 'outdated' || check) return state
  if (present) await access(path, constants.W_OK)
  await replaceFile(path, declareManifest(manifest), present?.mode)
  return 'written'
}

async function readIfExists(path: string): Promise<{ readonly text: string; readonly mode: number } | undefined> {
  try {
    const stats = await lstat(path)
    if (stats.isSymbolicLink()) throw failure('ELOOP', 'The declaration is a link, and links are not followed.')
    if (stats.isDirectory()) throw failure('EISDIR', 'The declaration is a folder.')
    if (!stats.isFile()) throw failure('EINVAL', 'The declaration is not a file.')
    return { text: await readText(path), mode: stats.mode & 0o777 }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** The file may have become a link or a pipe since the check. Where the system supports it, links are not followed and pipes do not block. */
async function readText(path: string): Promise<string> {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>
  const file = await open(path, (O_RDONLY ?? 0) | O_NOFOLLOW | O_NONBLOCK)
  try {
    return await file.readFile('utf8')
  } finally {
    await file.close()
  }
}

function failure(code: string, message: string): Error {
  return Object.assign(new Error(message), { code })
}
