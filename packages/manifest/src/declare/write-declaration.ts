import { access, constants, lstat, open } from 'node:fs/promises'
import type { Manifest } from '../manifest.js'
import { compareDeclaration, declareManifest } from './declare-manifest.js'
import { replaceFile } from './replace-file.js'

/** How to write a declaration. */
export interface WriteDeclarationOptions {
  /** Writes nothing, and only compares. Default `false`. */
  readonly check?: boolean | undefined
}

/** What was found or done. `foreign`: somebody wrote the file by hand, so it was left as it is. */
export type DeclarationState = 'current' | 'foreign' | 'outdated' | 'written'

/** The path of the declaration that belongs to a manifest: `manifest.json` has `manifest.d.json.ts` beside it. */
export function declarationPath(file: string): string {
  return file.replace(/\.json$/, '.d.json.ts')
}

/**
 * Writes the declaration of a hand-written manifest, `<name>.d.json.ts` beside `<name>.json`, so that TypeScript sees its literals. For Node.
 *
 * A declaration that is current or was written by hand stays as it is. The new text takes the place of the old one in one step and keeps
 * the file's permissions, so no reader and no second run sees half of it.
 *
 * @param file The path of the manifest, which ends with `.json`.
 * @returns `written` or `current`; `foreign` if the file was written by hand; with `check`, `outdated` in place of `written`.
 * @throws {Error} It cannot be read or written. `code` says why: `ELOOP` if the declaration is a link, which is never followed; `EISDIR`
 *   or `EINVAL` if it is no file at all; else the code of Node.
 */
export async function writeDeclaration(
  file: string,
  manifest: Manifest,
  { check = false }: WriteDeclarationOptions = {},
): Promise<DeclarationState> {
  const path = declarationPath(file)
  const present = await readIfThere(path)
  const state = compareDeclaration(present?.text, manifest)
  if (state !== 'outdated' || check) return state
  if (present) await access(path, constants.W_OK)
  await replaceFile(path, declareManifest(manifest), present?.mode)
  return 'written'
}

async function readIfThere(path: string): Promise<{ readonly text: string; readonly mode: number } | undefined> {
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

/** It may have become a link or a pipe meanwhile: the first is not followed, the second not waited for, where the system has such flags. */
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
