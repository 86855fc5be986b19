import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Puts a text in the place of a file, in one step: who reads the file sees the old text or the new one, also while others write it, and
 * also if this process ends too early. A link at this place is replaced, and what it leads to stays as it is.
 *
 * @param mode The permissions of the file; without it, those of a new file.
 * @throws {Error} The file cannot be written. Node's `code` says why.
 */
export async function replaceFile(path: string, text: string, mode?: number): Promise<void> {
  // beside the file, as a file can be renamed only within one disk
  const temporary = join(dirname(path), `.haiilo-kit-${randomUUID()}.tmp`)
  try {
    await writeNew(temporary, text, mode)
    await renameOver(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

async function writeNew(path: string, text: string, mode: number | undefined): Promise<void> {
  const file = await open(path, 'wx')
  try {
    if (mode !== undefined) await file.chmod(mode)
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** On Windows a file cannot be replaced while another program has it open, for instance a scanner. */
async function renameOver(from: string, to: string, attempts = 10): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if (process.platform !== 'win32' || attempts === 1 || !isBusy(error)) throw error
    await new Promise((resolve) => setTimeout(resolve, 50))
    await renameOver(from, to, attempts - 1)
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EPERM', 'EACCES', 'EBUSY'].includes(String(error.code))
}
