import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Replaces the content of a file in one step. Readers see the old text or the new one, even if several processes write the file or this
 * process ends early. Replaces a link without changing its target.
 *
 * @param mode The permissions of the file. Default: those of a new file.
 * @throws {Error} The file cannot be written. `code` is the error code of Node.
 */
export async function replaceFile(path: string, text: string, mode?: number): Promise<void> {
  // in the same folder, because a file can be renamed only within one file system
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

/** On Windows, a file cannot be replaced while another program has it open, such as a virus scanner. */
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
