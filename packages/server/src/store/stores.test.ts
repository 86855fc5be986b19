import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { bundleProgram } from '../../test/bundle-program.js'
import { storeContract } from '../store-contract/index.js'
import { memoryStore } from './memory-store.js'
import { sqliteStore } from './sqlite-store.js'

const LOWEST = fileURLToPath(new URL('../../../test-kit/node_modules/node-lowest/bin/node', import.meta.url))

const folder = mkdtempSync(join(tmpdir(), 'haiilo-store-'))
const file = join(folder, 'haiilo.db')
const store = sqliteStore(file)
const other = sqliteStore(file)

afterAll(async () => {
  await Promise.all([store.close(), other.close()])
  rmSync(folder, { recursive: true })
})

afterEach(() => vi.unstubAllEnvs())

describe('memoryStore', () => {
  const memory = memoryStore()
  it.each(storeContract)('$name', ({ run }) => run({ store: memory, other: memory }))

  it('warns in production', () => {
    const warn = vi.fn()
    memoryStore({ warn })
    expect(warn).not.toHaveBeenCalled()
    vi.stubEnv('NODE_ENV', 'production')
    memoryStore({ warn })
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('sqliteStore()'))
  })
})

describe('sqliteStore', () => {
  it.runIf(existsSync(LOWEST))('passes the contract in the lowest supported version of Node', async () => {
    const program = await bundleProgram(`
      import { sqliteStore } from '../src/index.js'
      import { storeContract } from '../src/store-contract/index.js'
      const [store, other] = [sqliteStore(process.argv[2]), sqliteStore(process.argv[2])]
      for (const { run } of storeContract) await run({ store, other })
      console.log(process.version, storeContract.length)`)
    const { stdout, stderr } = spawnSync(LOWEST, ['--no-warnings', program.file, join(folder, 'lowest.db')], {
      encoding: 'utf8',
    })
    program.remove()
    expect([stderr, stdout]).toEqual(['', `v22.18.0 ${storeContract.length}\n`])
  })

  it.each(storeContract)('$name', ({ run }) => run({ store, other }))

  it('keeps what was committed before the process was killed', async () => {
    const program = await bundleProgram(`
      import { sqliteStore } from '../src/index.js'
      const store = sqliteStore(process.argv[2])
      for (let index = 0; ; index++) {
        const installation = { issuer: 'https://home.example.com', tenantId: 'killed', pluginId: String(index) }
        const lease = await store.acquire(String(index), 60_000)
        await store.commit(lease, { type: 'install', installation, eventAt: index })
        console.log(index)
      }`)
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program.file, file])
    let committed = -1
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      committed = Number(text.trimEnd().split('\n').at(-1))
      if (committed >= 20) child.kill('SIGKILL')
    })
    let errors = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
    const [, signal] = (await once(child, 'exit')) as [number, string]
    program.remove()
    expect([signal, errors]).toEqual(['SIGKILL', ''])
    expect((await store.installationsOf('killed')).length).toBeGreaterThan(committed)
  })

  it('rejects with a code if the file cannot be opened, and tries again with the next query', async () => {
    const missing = join(folder, 'missing', 'haiilo.db')
    const late = sqliteStore(missing)
    await expect(late.ping()).rejects.toMatchObject({ code: 'ERR_STORE_UNAVAILABLE', status: 503 })
    writeFileSync(join(folder, 'not-a-database.db'), 'x'.repeat(4096))
    await expect(sqliteStore(join(folder, 'not-a-database.db')).ping()).rejects.toMatchObject({
      code: 'ERR_STORE_UNAVAILABLE',
    })
    await late.close()
    await expect(late.ping()).rejects.toMatchObject({ code: 'ERR_STORE_UNAVAILABLE' })
  })

  it('refuses the schema of a newer version', async () => {
    const newer = join(folder, 'newer.db')
    const database = new DatabaseSync(newer)
    database.exec('create table haiilo_schema (version bigint not null); insert into haiilo_schema values (1000)')
    database.close()
    await expect(sqliteStore(newer).ping()).rejects.toMatchObject({ code: 'ERR_STORE_VERSION' })
  })

  it('creates its schema once if many processes start at the same time', async () => {
    const fresh = join(folder, 'fresh.db')
    const stores = Array.from({ length: 8 }, () => sqliteStore(fresh))
    await Promise.all(stores.map(({ ping }) => ping()))
    await Promise.all(stores.map(({ close }) => close()))
  })
})
