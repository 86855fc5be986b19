import type { Manifest } from '@haiilo-kit/manifest'
import { writeDeclaration } from '@haiilo-kit/manifest/declaration'
import { resolve } from 'node:path'
import { fileError } from '../sources/read-file.js'
import { codeOf, reasonOf, SourceError } from '../sources/source-error.js'

/** Where the manifest is, and whether its declaration is only compared. */
export interface UpdateOptions {
  readonly cwd: string
  readonly isCheck: boolean
}

/**
 * Brings the declaration of a manifest up to date.
 *
 * @returns `current`, `written`, or, if it is only compared, `stale`.
 * @throws {SourceError} It cannot be read or written, or somebody wrote it by hand.
 */
export async function updateDeclaration(
  file: string,
  manifest: Manifest,
  { cwd, isCheck }: UpdateOptions,
): Promise<'current' | 'stale' | 'written'> {
  const state = await write(resolve(cwd, file), manifest, isCheck)
  if (state === 'current' || state === 'written') return state
  if (isCheck) return 'stale'
  throw new SourceError(BY_HAND)
}

async function write(path: string, manifest: Manifest, check: boolean): ReturnType<typeof writeDeclaration> {
  try {
    return await writeDeclaration(path, manifest, { check })
  } catch (error) {
    const code = codeOf(error) ?? ''
    if (code === 'EISDIR') throw fileError(error)
    throw new SourceError(REASONS[code] ?? `The file cannot be written: ${code || reasonOf(error)}.`, { cause: error })
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ELOOP: 'This is a link, and links are not followed. Remove it first.',
  EINVAL: 'This is not a file.',
}
const BY_HAND = 'This file was not generated, so it is left as it is. Move it away first.'
