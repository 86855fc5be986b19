import { inspect } from 'node:util'
import pg from 'pg'
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createScene } from '../../test/scene.js'
import { statementCases } from '../../test/statement-cases.js'
import { startTcpProxy, type TcpProxy } from '../../test/tcp-proxy.js'
import { refusalOf } from '../errors.js'
import type { HaiiloStore } from '../index.js'
import { storeContract } from '../store-contract/index.js'
import { postgresStore, type PostgresStoreOptions } from './postgres-store.js'

const url = process.env['POSTGRES_URL'] ?? 'postgres://127.0.0.1:1/none'
const store = postgresStore(url)
const other = postgresStore(url, { connections: 3 })
const admin = await connect()

afterAll(async () => {
  await Promise.all([store.close(), other.close(), admin.end()])
})

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

/** The URL with settings of the session, as an author can have them. */
function urlWith(settings: Readonly<Record<string, string>>): string {
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  return `${url}?options=${encodeURIComponent(options.join(' '))}`
}

/** A store that other tests do not disturb. */
function openStore(address: string, options?: PostgresStoreOptions): HaiiloStore {
  const opened = postgresStore(address, options)
  onTestFinished(() => opened.close())
  return opened
}

async function openThroughProxy(options?: PostgresStoreOptions): Promise<{ store: HaiiloStore; proxy: TcpProxy }> {
  const proxy = await startTcpProxy(Number(new URL(url).port || 5432))
  onTestFinished(() => proxy.close())
  const address = new URL(url)
  address.port = String(proxy.port)
  return { store: openStore(address.href, options), proxy }
}

/** Creates an empty schema, as an author has who shares a database. A database of `POSTGRES_URL` can have one of an earlier run. */
async function createSchema(name: string): Promise<string> {
  await admin.query(`drop schema if exists ${name} cascade; create schema ${name}`)
  return urlWith({ search_path: name })
}

/** Installs a plug-in, and waits in the middle of the transaction until `release` is called. */
async function commitHalf(target: HaiiloStore) {
  const installation = { issuer: 'https://home.example.com', tenantId: crypto.randomUUID(), pluginId: 'p' }
  const lease = await target.acquire(crypto.randomUUID(), 60_000)
  if (!lease) throw new Error('the lease is free')
  const locker = await connect()
  const { rows } = await locker
    .query<{ pid: number }>('begin; select pg_backend_pid() as pid')
    .then((results) => (results as unknown as readonly pg.QueryResult<{ pid: number }>[])[1]!)
  await locker.query('lock table haiilo_installation in access exclusive mode')
  const committed = target.commit(lease, { type: 'install', installation, eventAt: 1 }).then(
    () => 'stored',
    (error: unknown) => refusalOf(error).code,
  )
  const isWaiting = async (): Promise<number> =>
    (await admin.query('select 1 from pg_stat_activity where $1 = any(pg_blocking_pids(pid))', [rows[0]?.pid]))
      .rowCount ?? 0
  await expect.poll(isWaiting).toBe(1)
  return { installation, lease, committed, release: () => locker.end() }
}

/** Answers like PgBouncer 1.18, which knows only some of the parameters that a client can send at the start. */
function refuseLikePgBouncer(first: Buffer): Buffer | undefined {
  if (!first.includes('statement_timeout\0')) return undefined
  const fields = Buffer.from(
    ['S' + 'FATAL', 'C' + '08P01', 'M' + 'unsupported startup parameter: statement_timeout', '', ''].join('\0'),
  )
  const length = Buffer.alloc(4)
  length.writeInt32BE(fields.length + length.length)
  return Buffer.concat([Buffer.from('E'), length, fields])
}

/** Runs an action while the clock of this process is wrong. */
async function withClock(date: string, action: () => Promise<void>): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(date) })
  await action().finally(() => vi.useRealTimers())
}

describe('postgresStore', () => {
  it('creates its schema once if many processes start at the same time', async () => {
    const address = await createSchema('started_at_once')
    const stores = Array.from({ length: 8 }, () => postgresStore(address, { connections: 1 }))
    await Promise.all(stores.map(({ ping }) => ping()))
    await Promise.all(stores.map(({ close }) => close()))
    const { rows } = await admin.query('select version from started_at_once.haiilo_schema')
    expect(rows).toEqual([{ version: '1' }])
  })

  it.each(storeContract)('$name', ({ run }) => run({ store, other }))

  it.each(statementCases)('$name', ({ run }) =>
    run({ store, query: async (sql) => (await admin.query<object>(sql)).rows }),
  )

  describe('in a database that refuses transactions that overlap', () => {
    const address = urlWith({ default_transaction_isolation: 'serializable' })
    const connections = { store: postgresStore(address), other: postgresStore(address) }
    afterAll(() => Promise.all([connections.store.close(), connections.other.close()]))
    it.each(storeContract)('$name', ({ run }) => run(connections))
  })

  it('uses the schema of the author', async () => {
    const own = openStore(await createSchema('of_the_author'))
    const half = await own.acquire('key', 60_000)
    expect(half).toBeDefined()
    expect((await admin.query('select key from of_the_author.haiilo_lease')).rows).toEqual([{ key: 'key' }])
    expect((await admin.query("select 1 from haiilo_lease where key = 'key'")).rowCount).toBe(0)
  })

  it('rejects with a code if the schema of the author does not exist, and works when it does', async () => {
    await admin.query('drop schema if exists created_late cascade')
    const late = openStore(urlWith({ search_path: 'created_late' }))
    await expect(late.ping()).rejects.toMatchObject({
      code: 'ERR_STORE_UNAVAILABLE',
      cause: { message: 'no schema has been selected to create in' },
    })
    await admin.query('create schema created_late')
    await late.ping()
  })

  it('starts, verifies users and says so at /healthz while the server is read-only, and answers events with 503', async () => {
    const first = await createScene({ store: openStore(await createSchema('read_only')) })
    expect(await first.send('install')).toMatchObject({ status: 201 })
    const settings = { search_path: 'read_only', default_transaction_read_only: 'on' }
    const scene = await createScene({ store: openStore(urlWith(settings)) })
    const health = await scene.backend(new Request('https://lunch.example.com/healthz'))
    expect([health.status, await health.json()]).toEqual([200, { status: 'read-only' }])
    expect(scene.reports).toMatchObject([{ code: 'ERR_STORE_UNAVAILABLE', cause: { code: '25006' } }])
    expect(await scene.backend.verifyPluginToken(await scene.tenant.sign())).toMatchObject({ userId: 'user-1' })
    for (const event of ['install', 'uninstall', 'instance_add', 'instance_remove', 'access_token'] as const)
      expect(await scene.send(event, { instanceId: 'i' })).toMatchObject({ status: 503 })
  })

  it('replaces connections that the server has ended', async () => {
    // other tests use the same server
    const named = openStore(`${url}?application_name=ended`)
    await named.ping()
    const ended = await admin.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ended'",
    )
    expect(ended.rowCount).toBe(1)
    await expect
      .poll(() =>
        named.ping().then(
          () => 'answers',
          () => 'down',
        ),
      )
      .toBe('answers')
  })

  it('replaces an idle connection that was cut', async () => {
    const { store: proxied, proxy } = await openThroughProxy()
    await proxied.ping()
    proxy.cut()
    await expect.poll(() => proxy.size()).toBe(0)
    await proxied.ping()
  })

  it('stores nothing if its connection is cut in the middle of a transaction, and goes on', async () => {
    const { store: proxied, proxy } = await openThroughProxy()
    const { installation, lease, committed, release } = await commitHalf(proxied)
    proxy.cut()
    expect(await committed).toBe('ERR_STORE_UNAVAILABLE')
    await release()
    expect(await proxied.installationsOf(installation.tenantId)).toEqual([])
    // the same transaction would have ended the lease
    expect(await proxied.acquire(lease.key, 60_000)).toBeUndefined()
  })

  it('does not blame a statement of the application for a lost connection', async () => {
    const { store: proxied, proxy } = await openThroughProxy()
    const installation = { issuer: 'https://home.example.com', tenantId: crypto.randomUUID(), pluginId: 'p' }
    const lease = await proxied.acquire(crypto.randomUUID(), 60_000)
    if (!lease) throw new Error('the lease is free')
    const slow = { sql: 'select pg_sleep(4), $1::text', parameters: [installation.tenantId] }
    const committed = proxied.commit(lease, { type: 'install', installation, eventAt: 1 }, [slow]).catch(refusalOf)
    const running = "select 1 from pg_stat_activity where query like 'select pg_sleep(4)%' and state = 'active'"
    await expect.poll(async () => (await admin.query(running)).rowCount).toBe(1)
    proxy.cut()
    expect(await committed).toMatchObject({ code: 'ERR_STORE_UNAVAILABLE', status: 503 })
    expect(await store.installationsOf(installation.tenantId)).toEqual([])
  })

  it('stores nothing if its connection is ended in the middle of a transaction', async () => {
    const named = openStore(`${url}?application_name=ended-half`)
    const { installation, committed, release } = await commitHalf(named)
    await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ended-half'")
    expect(await committed).toBe('ERR_STORE_UNAVAILABLE')
    await release()
    expect(await store.installationsOf(installation.tenantId)).toEqual([])
  })

  it('rejects when its time is over, and the server stops the statement, too', async () => {
    const hasty = openStore(`${url}?application_name=hasty`, { timeout: 300 })
    const { committed, installation, release } = await commitHalf(hasty)
    expect(await committed).toBe('ERR_STORE_UNAVAILABLE')
    const waiting = "select 1 from pg_stat_activity where application_name = 'hasty' and state = 'active'"
    await expect.poll(async () => (await admin.query(waiting)).rowCount).toBe(0)
    await release()
    expect(await hasty.installationsOf(installation.tenantId)).toEqual([])
  })

  it('rejects what waits too long for a connection, and works again afterwards', async () => {
    const small = openStore(url, { connections: 1, timeout: 300 })
    const { installation, committed, release } = await commitHalf(small)
    const started = performance.now()
    // one after the other, they would take 12 s
    const waiting = await Promise.allSettled(
      Array.from({ length: 40 }, () => small.installationsOf(installation.tenantId)),
    )
    expect(performance.now() - started).toBeLessThan(6000)
    expect([await committed, ...new Set(waiting.map(({ status }) => status))]).toEqual([
      'ERR_STORE_UNAVAILABLE',
      'rejected',
    ])
    await release()
    await Promise.all(Array.from({ length: 100 }, () => small.ping()))
  })

  it('rejects while the network loses everything, and works again afterwards', async () => {
    const { store: proxied, proxy } = await openThroughProxy({ timeout: 300 })
    await proxied.ping()
    proxy.freeze()
    await expect(proxied.ping()).rejects.toMatchObject({ code: 'ERR_STORE_UNAVAILABLE' })
    proxy.thaw()
    await proxied.ping()
  })

  it('closes even if the server does not answer, and more than once', async () => {
    const { store: proxied, proxy } = await openThroughProxy({ timeout: 300 })
    await proxied.ping()
    proxy.freeze()
    await Promise.all([proxied.close(), proxied.close()])
    await proxied.close()
    await expect(proxied.ping()).rejects.toMatchObject({ code: 'ERR_STORE_UNAVAILABLE' })
  })

  it('works behind a pooler that refuses settings of the session', async () => {
    const proxy = await startTcpProxy(Number(new URL(url).port || 5432), refuseLikePgBouncer)
    onTestFinished(() => proxy.close())
    const address = new URL(url)
    address.port = String(proxy.port)
    const pooled = openStore(address.href)
    await pooled.ping()
    await Promise.all(Array.from({ length: 20 }, () => pooled.ping()))
  })

  it('leases by the clock of the database, regardless of the clock of the process', async () => {
    const key = crypto.randomUUID()
    const id = crypto.randomUUID()
    await withClock('2001-01-01', async () => {
      expect(await store.acquire(key, 60_000)).toBeDefined()
      expect(await store.admitOnce(id, 60_000)).toBe(true)
      expect(await store.acquire(key, 60_000)).toBeUndefined()
      expect(await store.admitOnce(id, 60_000)).toBe(false)
    })
    await withClock('2099-01-01', async () => {
      expect(await other.acquire(key, 60_000)).toBeUndefined()
      expect(await other.admitOnce(id, 60_000)).toBe(false)
    })
  })

  it.each(['postgres://haiilo:secret-password@127.0.0.1:1/none', 'postgres://haiilo:secret-password@[wrong/none'])(
    'rejects with a code for %s, without the password',
    async (address) => {
      const error: unknown = await openStore(address)
        .ping()
        .catch((reason: unknown) => reason)
      expect(error).toMatchObject({ code: 'ERR_STORE_UNAVAILABLE', status: 503 })
      expect(inspect(error, { depth: 10 })).not.toContain('secret-password')
    },
  )

  it('throws a TypeError without a URL, because the driver would use another database', () => {
    expect(() => postgresStore('')).toThrow(TypeError)
  })

  it('refuses the schema of a newer version, and does not change it', async () => {
    const address = await createSchema('newer')
    await admin.query('create table newer.haiilo_schema (version bigint not null)')
    await admin.query('insert into newer.haiilo_schema values (1000)')
    await expect(openStore(address).ping()).rejects.toMatchObject({ code: 'ERR_STORE_VERSION' })
    const tables = await admin.query("select tablename from pg_tables where schemaname = 'newer'")
    expect(tables.rows).toEqual([{ tablename: 'haiilo_schema' }])
    expect((await admin.query('select version from newer.haiilo_schema')).rows).toEqual([{ version: '1000' }])
  })
})
