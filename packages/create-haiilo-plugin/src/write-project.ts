import { mkdir, mkdtemp, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Problem } from './problem.js'
import type { ProjectFiles } from './project.js'

/** Files that may already be in the folder of a new project. */
const HARMLESS: ReadonlySet<string> = new Set(['.git', '.DS_Store'])

/**
 * Refuses a folder that contains files.
 *
 * @throws {Problem} It contains files, or it is not a folder.
 */
export async function requireEmpty(folder: string): Promise<void> {
  const found = (await entriesOf(folder))?.filter((name) => !HARMLESS.has(name)) ?? []
  if (found.length === 0) return
  const [first = '', ...others] = found
  const what = others.length === 0 ? first : `${first} and ${others.length} more`
  throw new Problem(`${folder} already contains ${what}. Name a folder that does not exist, or an empty one.`)
}

/**
 * Writes a project in one step: either all files are in the folder afterwards, or it is as before.
 *
 * @param folder Absolute.
 * @param stop Ends the writing. Nothing is left of it.
 * @throws {Problem} The folder contains files.
 */
export async function writeProject(folder: string, files: ProjectFiles, stop: AbortSignal): Promise<void> {
  await requireEmpty(folder)
  const exists = (await entriesOf(folder)) !== undefined
  // the first folder that did not exist
  const created = exists ? undefined : await mkdir(dirname(folder), { recursive: true })
  let scratch: string | undefined
  try {
    // on the same disk, so that the files can be moved
    scratch = await mkdtemp(exists ? join(folder, '.new-') : join(dirname(folder), `.${basename(folder)}-`))
    for (const [path, content] of files) {
      stop.throwIfAborted()
      await mkdir(dirname(join(scratch, path)), { recursive: true })
      await writeFile(join(scratch, path), content)
    }
    stop.throwIfAborted()
    if (exists) await moveAll(scratch, folder)
    // fails if a folder with files has appeared at this place
    else await rename(scratch, folder)
  } catch (error) {
    if (scratch !== undefined) await rm(scratch, { recursive: true, force: true })
    if (created !== undefined) await removeEmpty(dirname(folder), created)
    throw error
  }
}

/** The names in a folder; `undefined` if it does not exist. */
async function entriesOf(folder: string): Promise<string[] | undefined> {
  try {
    return await readdir(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    if (code === 'ENOTDIR') throw new Problem(`${folder} is a file, or is inside of one. Name another folder.`)
    throw error
  }
}

/** Moves everything from one folder to another, or nothing. */
async function moveAll(from: string, to: string): Promise<void> {
  const moved: string[] = []
  try {
    for (const name of await readdir(from)) {
      await rename(join(from, name), join(to, name))
      moved.push(name)
    }
    await rmdir(from)
  } catch (error) {
    for (const name of moved) await rm(join(to, name), { recursive: true, force: true })
    throw error
  }
}

/** Removes empty folders from the inside to the outside. */
async function removeEmpty(inner: string, outer: string): Promise<void> {
  for (let folder = resolve(inner); folder.startsWith(resolve(outer)); folder = dirname(folder)) {
    await rmdir(folder).catch(() => undefined)
  }
}
