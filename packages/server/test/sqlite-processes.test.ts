import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sqliteStore } from '../src/index.js'
import { bundleProgram, type BundledProgram } from './bundle-program.js'

const KILLS = 5

const folder = mkdtempSync(join(tmpdir(), 'haiilo-processes-'))
let program: BundledProgram

/** Installs one plug-in after the other until it fails. Prints each one after it was stored. */
beforeAll(async () => {
  program = await bundleProgram(`
    import { sqliteStore } from '../src/index.js'
    const [file, prefix] = process.argv.slice(2)
    const store = sqliteStore(file)
    try {
      for (let index = 0; ; index++) {
        const installation = { issuer: 'https://home.example.com', tenantId: 'tenant', pluginId: prefix + index }
        // the key is shared, so that the processes compete for a lease, too
        const lease = await store.acquire('key ' + (index % 3), 100)
        if (!lease || !(await store.commit(lease, { type: 'install', installation, eventAt: index }))) continue
        console.log(installation.pluginId)
        // so that the other processes get a turn
        await new Promise((resolve) => setTimeout(resolve, 2))
      }
    } catch (error) {
      console.log(error.code, error.cause?.message)
    }`)
})

afterAll(() => {
  program.remove()
  rmSync(folder, { recursive: true })
})

interface Writer {
  readonly child: ChildProcess
  /** What it has reported as stored. */
  readonly stored: () => readonly string[]
  readonly errors: () => string
}

/** @param limit A command of the shell that limits the process. */
function startWriter(file: string, prefix: string, limit?: string): Writer {
  const parameters = ['--no-warnings', program.file, file, prefix]
  const child =
    limit === undefined
      ? spawn(process.execPath, parameters)
      : spawn('sh', ['-c', `${limit} && exec "$@"`, 'sh', process.execPath, ...parameters])
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  // the last line can be cut when the process is killed
  return { child, stored: () => output.split('\n').slice(0, -1), errors: () => errors }
}

describe('processes that share one file', () => {
  it('create it once if they start at the same time', async () => {
    const file = join(folder, 'at-once.db')
    const writers = Array.from({ length: 4 }, (_, index) => startWriter(file, `${index}-`))
    for (const { stored } of writers) await expect.poll(() => stored().length, { timeout: 20_000 }).toBeGreaterThan(2)
    for (const { child } of writers) child.kill('SIGKILL')
    expect(writers.map(({ errors }) => errors())).toEqual(['', '', '', ''])
    expect(writers.flatMap(({ stored }) => stored().filter((line) => line.startsWith('ERR')))).toEqual([])
  })

  it('lose nothing that they have committed, however often they are killed', async () => {
    const file = join(folder, 'killed.db')
    const survivor = sqliteStore(file)
    await survivor.ping()
    const stored: string[] = []
    for (let kill = 0; kill < KILLS; kill++) {
      const writers = [startWriter(file, `${kill}-a-`), startWriter(file, `${kill}-b-`)]
      // not the same moment each time
      const count = (): number => writers.flatMap((writer) => writer.stored()).length
      await expect.poll(count, { timeout: 20_000, interval: 1 }).toBeGreaterThan(kill * 3)
      const ended = writers.map(({ child }) => once(child, 'close'))
      for (const { child } of writers) child.kill('SIGKILL')
      await Promise.all(ended)
      for (const writer of writers) {
        expect(writer.errors()).toBe('')
        stored.push(...writer.stored())
      }
      const found = new Set((await survivor.installationsOf('tenant')).map(({ pluginId }) => pluginId))
      expect(stored.filter((pluginId) => !found.has(pluginId))).toEqual([])
    }
    await survivor.close()
    const database = new DatabaseSync(file)
    expect(database.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
    // other journals lose data only if the process is killed at a rare moment
    expect(database.prepare('pragma journal_mode').all()).toEqual([{ journal_mode: 'wal' }])
    database.close()
  })

  it.skipIf(process.platform === 'win32')('lose nothing if the disk is full, and report a failure', async () => {
    const file = join(folder, 'full.db')
    // a process may write files of at most 200 blocks
    const writer = startWriter(file, 'full-', 'ulimit -f 200')
    await once(writer.child, 'close')
    const stored = writer.stored().slice(0, -1)
    expect(writer.stored().at(-1)).toMatch(/^ERR_STORE_UNAVAILABLE (disk|database or disk)/)
    expect(stored.length).toBeGreaterThan(0)
    const later = sqliteStore(file)
    const found = (await later.installationsOf('tenant')).map(({ pluginId }) => pluginId)
    expect(found.toSorted()).toEqual(stored.toSorted())
    await later.close()
  })
})
