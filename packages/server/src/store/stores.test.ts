import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { bundleProgram } from '../../test/bundle-program.js'
import { statementCases } from '../../test/statement-cases.js'
import { change, install } from '../../test/tenant.js'
import type { HaiiloStore } from '../index.js'
import { storeContract } from '../store-contract/index.js'
import { memoryStore } from './memory-store.js'
import { sqliteStore } from './sqlite-store.js'

const installation = { issuer: 'https://home.example.com', tenantId: 't', pluginId: 'p' }

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

  it.each([
    ['test', 0],
    ['development', 0],
    ['production', 1],
    ['staging', 1],
    [undefined, 1],
  ])('with NODE_ENV %s warns %i times', (environment, times) => {
    vi.stubEnv('NODE_ENV', environment)
    const warn = vi.fn()
    memoryStore({ warn })
    expect(warn.mock.calls).toEqual(Array(times).fill([expect.stringContaining('sqliteStore()')]))
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

  it.each(statementCases)('$name', async ({ run }) => {
    const database = new DatabaseSync(file)
    await run({ store, query: async (sql) => Promise.resolve(database.prepare(sql).all()) })
    database.close()
  })

  it('rejects with a code if the file cannot be opened, and tries again with the next query', async () => {
    const missing = join(folder, 'missing', 'haiilo.db')
    const late = sqliteStore(missing)
    const failure: unknown = await late.ping().catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'ERR_STORE_UNAVAILABLE', status: 503 })
    expect(String(failure)).toContain('Create its folder')
    mkdirSync(join(folder, 'missing'))
    await late.ping()
    writeFileSync(join(folder, 'not-a-database.db'), 'x'.repeat(4096))
    await expect(sqliteStore(join(folder, 'not-a-database.db')).ping()).rejects.toMatchObject({
      code: 'ERR_STORE_UNAVAILABLE',
    })
    await late.close()
    await expect(late.ping()).rejects.toMatchObject({ code: 'ERR_STORE_UNAVAILABLE' })
  })

  it('can be backed up while it runs, and goes on with the restored copy', async () => {
    const original = sqliteStore(join(folder, 'original.db'))
    await install(original, installation)
    const source = new DatabaseSync(join(folder, 'original.db'))
    await backup(source, join(folder, 'copy.db'))
    source.close()
    await change(original, { type: 'uninstall', installation, eventAt: 2 })
    const restored = sqliteStore(join(folder, 'copy.db'))
    expect(await restored.installationsOf(installation.tenantId)).toMatchObject([{ isInstalled: true }])
    await change(restored, { type: 'uninstall', installation, eventAt: 2 })
    expect(await restored.installationsOf(installation.tenantId)).toMatchObject([{ isInstalled: false }])
    await Promise.all([original.close(), restored.close()])
  })

  it('refuses the schema of a newer version', async () => {
    const newer = join(folder, 'newer.db')
    const database = new DatabaseSync(newer)
    database.exec('create table haiilo_schema (version bigint not null); insert into haiilo_schema values (1000)')
    database.close()
    await expect(sqliteStore(newer).ping()).rejects.toMatchObject({ code: 'ERR_STORE_VERSION' })
  })

  it.each(['', ':memory:'])('throws a TypeError for %j, because the data would be lost with the process', (path) => {
    expect(() => sqliteStore(path)).toThrow(/memoryStore/)
  })

  it('works with a relative path', async () => {
    const relativePath = relative(process.cwd(), join(folder, 'relative.db'))
    const opened = sqliteStore(relativePath)
    await opened.ping()
    await opened.close()
    expect(existsSync(join(folder, 'relative.db'))).toBe(true)
  })

  it('does not blame a statement of the application for a full disk', async () => {
    const full = sqliteStore(join(folder, 'full.db'))
    const lease = await full.acquire('full', 60_000)
    const statements = [
      { sql: 'pragma max_page_count = 1', parameters: [] },
      { sql: 'create table large as select zeroblob(1000000) as value', parameters: [] },
    ]
    await expect(full.commit(lease!, { type: 'install', installation, eventAt: 1 }, statements)).rejects.toMatchObject({
      code: 'ERR_STORE_UNAVAILABLE',
      status: 503,
    })
    expect(await full.installationsOf('t')).toEqual([])
    await full.close()
  })

  it.each<[string, (path: string) => void]>([
    ['moved', (path) => renameSync(path, `${path}.old`)],
    ['deleted', (path) => rmSync(path)],
    [
      'replaced by a backup',
      (path) => {
        copyFileSync(path, `${path}.copy`)
        renameSync(`${path}.copy`, path)
      },
    ],
  ])('stores nothing in a file that was %s, because it would be lost with the process', async (_, remove) => {
    const path = join(folder, `${crypto.randomUUID()}.db`)
    const opened = sqliteStore(path)
    const installation = { issuer: 'https://home.example.com', tenantId: 't', pluginId: 'p' }
    await change(opened, { type: 'install', installation, eventAt: 1 })
    remove(path)
    const late = change(opened, { type: 'uninstall', installation, eventAt: 2 })
    await expect(late).rejects.toMatchObject({
      code: 'ERR_STORE_UNAVAILABLE',
      message: expect.stringContaining('Restart the back end') as string,
    })
    expect(await opened.installationsOf('t')).toMatchObject([{ isInstalled: true }])
    await opened.close()
  })

  it('goes on if the working directory changes', async () => {
    const program = await bundleProgram(`
      import { sqliteStore } from '../src/index.js'
      const store = sqliteStore('relative.db')
      await store.ping()
      process.chdir('/')
      const lease = await store.acquire('key', 60_000)
      const installation = { issuer: 'https://home.example.com', tenantId: 't', pluginId: 'p' }
      console.log(await store.commit(lease, { type: 'install', installation, eventAt: 1 }))`)
    const { stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', program.file], {
      cwd: folder,
      encoding: 'utf8',
    })
    program.remove()
    expect([stderr, stdout]).toEqual(['', 'true\n'])
  })

  it('can be closed twice, and while it opens', async () => {
    const closing = sqliteStore(join(folder, 'closing.db'))
    const opening = closing.ping()
    await Promise.all([closing.close(), closing.close(), opening.catch(() => undefined)])
    await expect(closing.ping()).rejects.toMatchObject({ code: 'ERR_STORE_UNAVAILABLE' })
  })

  it('writes no warning of Node', async () => {
    const program = await bundleProgram(`
      import { sqliteStore } from '../src/index.js'
      await sqliteStore(process.argv[2]).ping()`)
    const { stderr, status } = spawnSync(process.execPath, [program.file, join(folder, 'warning.db')], {
      encoding: 'utf8',
    })
    program.remove()
    expect([status, stderr]).toEqual([0, ''])
  })

  it('deletes leases, ids and removed instances that have expired', async () => {
    const swept = join(folder, 'swept.db')
    const first = sqliteStore(swept)
    const instance = { issuer: 'https://home.example.com', tenantId: 't', pluginId: 'p', instanceId: 'removed' }
    const present = { ...instance, instanceId: 'present' }
    const recent = { ...instance, instanceId: 'recent' }
    await change(first, { type: 'install', installation: instance, eventAt: 1 })
    await change(first, { type: 'instance_add', instance: present, eventAt: 1 })
    await change(first, { type: 'instance_remove', instance, eventAt: 1 })
    await change(first, { type: 'instance_remove', instance: recent, eventAt: Math.floor(Date.now() / 1000) })
    await first.acquire('expired', 1)
    await first.acquire('valid', 60_000)
    await first.admitOnce('expired', 1)
    await first.admitOnce('valid', 60_000)
    await untilExpired(first)
    await first.close()
    // the first request of each process, because the process of a function may not live for the interval
    const second = sqliteStore(swept)
    await second.acquire('other', 60_000)
    await second.close()
    const database = new DatabaseSync(swept)
    const column = (name: string, table: string): unknown[] =>
      database
        .prepare(`select ${name} from ${table} order by 1`)
        .all()
        .map((row) => row[name])
    expect(column('key', 'haiilo_lease')).toEqual(['other', 'valid'])
    expect(column('id', 'haiilo_used')).toEqual(['valid'])
    expect(column('instance_id', 'haiilo_instance')).toEqual(['present', 'recent'])
    database.close()
  })
})

/** Waits until everything that was stored for one millisecond has expired. */
async function untilExpired(opened: HaiiloStore): Promise<void> {
  await opened.acquire('later', 2)
  await expect.poll(() => opened.acquire('later', 0)).toBeDefined()
}
