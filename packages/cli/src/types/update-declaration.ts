import { compareDeclaration, declareManifest, type Manifest } from '@haiilo-kit/manifest'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readFile } from '../sources/read-file.js'
import { codeOf, reasonOf, SourceError } from '../sources/source-error.js'

/** Where the file is, and whether it is only looked at. */
export interface UpdateOptions {
  readonly cwd: string
  readonly isCheck: boolean
}

/**
 * Brings a declaration up to date.
 *
 * @returns What it was found to be: `current`; `written` anew; `stale`, if it is only looked at.
 * @throws {SourceError} It cannot be read or written, or somebody wrote it by hand.
 */
export async function updateDeclaration(
  file: string,
  manifest: Manifest,
  { cwd, isCheck }: UpdateOptions,
): Promise<'current' | 'stale' | 'written'> {
  const path = resolve(cwd, file)
  const state = compareDeclaration(await readIfThere(path), manifest)
  if (state === 'current') return 'current'
  if (isCheck) return 'stale'
  if (state === 'foreign') throw new SourceError(BY_HAND)
  await write(path, declareManifest(manifest))
  return 'written'
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await readFile(path))
  } catch (error) {
    if (error instanceof SourceError && codeOf(error.cause) === 'ENOENT') return undefined
    throw error
  }
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text)
  } catch (error) {
    throw new SourceError(`The file cannot be written: ${codeOf(error) ?? reasonOf(error)}.`, { cause: error })
  }
}

const BY_HAND = 'This file was not generated, so it is left as it is. Move it away first.'
