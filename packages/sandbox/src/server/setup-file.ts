import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { SETUP_VERSION } from '../contract/setup.js'
import { parseObject } from './json.js'

/** Stores the set-up of the page in a file of the project, `.haiilo/sandbox.json`. */
export interface SetupFile {
  /** The saved set-up; `undefined` if there is none or it is not valid. */
  readonly read: () => Promise<object | undefined>
  /** @throws {Error} The file cannot be written. `warn` was called. */
  readonly write: (setup: object) => Promise<void>
  /** Resolves when all writes have ended. */
  readonly settled: () => Promise<unknown>
}

/** @param path Absolute. If it is `undefined`, nothing is saved. */
export function createSetupFile(path: string | undefined, warn: (message: string) => void): SetupFile {
  if (path === undefined) {
    return { read: nothing, write: nothing, settled: nothing }
  }
  let writing: Promise<unknown> = Promise.resolve()

  async function readText(file: string): Promise<string | undefined> {
    try {
      return await readFile(file, 'utf8')
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') warn(`${file}: the file cannot be read (${codeOf(error)}).`)
      return undefined
    }
  }

  /** Renames an invalid file, because the next save would overwrite it. */
  async function renameToBackup(file: string, why: string): Promise<undefined> {
    await rename(file, `${file}.bak`)
    warn(`${file}: ${why}. It was renamed to ${file}.bak, and the sandbox starts with its defaults.`)
  }

  return {
    async read() {
      await writing
      const text = await readText(path)
      if (text === undefined) return undefined
      const setup = parseObject(text)
      if (!setup) return renameToBackup(path, 'the file is not a JSON object')
      if (setup['version'] !== SETUP_VERSION)
        return renameToBackup(path, 'another version of the sandbox wrote the file')
      return setup
    },
    async write(setup) {
      // writes run one after the other, so that the newest set-up is the last one
      const written = writing.then(async () => replace(path, setup))
      writing = written.catch((error: unknown) => warn(`${path}: the set-up cannot be saved (${codeOf(error)}).`))
      await written
    },
    settled: async () => writing,
  }
}

async function nothing(): Promise<undefined> {
  return Promise.resolve(undefined)
}

/** Replaces the file atomically, so that readers never see a half-written one. */
async function replace(file: string, setup: object): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const next = `${file}.${process.pid}.tmp`
  await writeFile(next, `${JSON.stringify(setup, undefined, 2)}\n`)
  await rename(next, file)
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code)
}
