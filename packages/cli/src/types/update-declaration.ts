import { declareManifest, type Manifest } from '@haiilo-kit/manifest'
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
  const text = declareManifest(manifest)
  const present = await readIfThere(path)
  if (present === text) return 'current'
  if (isCheck) return 'stale'
  const [firstLine = ''] = text.split('\n')
  if (present !== undefined && !present.startsWith(firstLine)) throw new SourceError(BY_HAND)
  await write(path, text)
  return 'written'
}

/** Its text, with line endings as we write them: git may have changed them. */
async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await readFile(path)).replaceAll('\r\n', '\n')
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
