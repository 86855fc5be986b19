import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { storeContract } from '../store-contract/index.js'
import { postgresStore } from './postgres-store.js'

const url = process.env['POSTGRES_URL'] ?? 'postgres://127.0.0.1:1/none'
const store = postgresStore(url)
const other = postgresStore(url, { connections: 3 })
const admin = new pg.Client({ connectionString: url })
await admin.connect()

afterAll(async () => {
  await Promise.all([store.close(), other.close(), admin.end()])
})

describe('postgresStore', () => {
  it('creates its schema once if many processes start at the same time', async () => {
    const stores = Array.from({ length: 8 }, () => postgresStore(url, { connections: 1 }))
    await Promise.all(stores.map(({ ping }) => ping()))
    await Promise.all(stores.map(({ close }) => close()))
    const { rows } = await admin.query('select version from haiilo_schema')
    expect(rows).toEqual([{ version: '1' }])
  })

  it.each(storeContract)('$name', ({ run }) => run({ store, other }))

  it('replaces connections that the server has ended', async () => {
    // other tests use the same server
    const named = postgresStore(`${url}?application_name=ended`)
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
    await named.close()
  })

  it('rejects with a code if the server is down, without the password', async () => {
    const down = postgresStore('postgres://haiilo:secret-password@127.0.0.1:1/none')
    const error: unknown = await down.ping().catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'ERR_STORE_UNAVAILABLE', status: 503 })
    const { inspect } = await import('node:util')
    expect(inspect(error, { depth: 10 })).not.toContain('secret-password')
    await down.close()
  })

  it('refuses the schema of a newer version', async () => {
    await admin.query('create schema newer; create table newer.haiilo_schema (version bigint not null)')
    await admin.query('insert into newer.haiilo_schema values (1000)')
    const newer = postgresStore(`${url}?options=-c%20search_path%3Dnewer`)
    await expect(newer.ping()).rejects.toMatchObject({ code: 'ERR_STORE_VERSION' })
    await newer.close()
  })
})
