import { deepEqual, equal, rejects } from 'node:assert/strict'
import type { HaiiloStore, Lease, StoreChange } from '../src/index.js'

/** A store on an SQL database, and a query on the same database without the store. */
interface StatementScene {
  readonly store: HaiiloStore
  readonly query: (sql: string) => Promise<readonly object[]>
}

/** What the stores on SQL databases must do with the statements of an application. */
export const statementCases: readonly {
  readonly name: string
  readonly run: (scene: StatementScene) => Promise<void>
}[] = [
  {
    name: 'runs statements together with the change',
    async run({ store, query }) {
      const { lease, change, effects } = await prepare(store, query)
      equal(await store.commit(lease, change, [insert(effects, 'one'), insert(effects, 'two')]), true)
      deepEqual(await namesIn(query, effects), ['one', 'two'])
      equal((await store.installationsOf(change.installation.tenantId)).length, 1)
    },
  },
  {
    name: 'runs no statement under a lease that has ended',
    async run({ store, query }) {
      const { lease, change, effects } = await prepare(store, query)
      await store.release(lease)
      equal(await store.commit(lease, change, [insert(effects, 'one')]), false)
      deepEqual(await namesIn(query, effects), [])
    },
  },
  {
    name: 'changes nothing if a statement is refused, and keeps the lease',
    async run({ store, query }) {
      const { lease, change, effects } = await prepare(store, query)
      const repeated = [insert(effects, 'one'), insert(effects, 'two'), insert(effects, 'one')]
      await rejects(store.commit(lease, change, repeated), { code: 'ERR_HANDLER_FAILED', status: 400 })
      deepEqual(await namesIn(query, effects), [])
      deepEqual(await store.installationsOf(change.installation.tenantId), [])
      equal(await store.commit(lease, change, [insert(effects, 'one')]), true)
      deepEqual(await namesIn(query, effects), ['one'])
    },
  },
  {
    name: 'keeps the text of statements and parameters unchanged',
    async run({ store, query }) {
      const { lease, change, effects } = await prepare(store, query)
      const rest = [3, 4, 5, 6, 7, 8, 9].map((number) => `$${number} = ${number}`).join(' and ')
      const sql = `insert into ${effects} (name, amount) select '$2 and ? ' || $2 || $1, cast($10 as bigint) where ${rest}`
      const parameters = ["$1 '", 'ü😀', 3, 4, 5, 6, 7, 8, 9, 10]
      equal(await store.commit(lease, change, [{ sql, parameters }]), true)
      deepEqual(await namesIn(query, effects), ["$2 and ? ü😀$1 '"])
    },
  },
  {
    name: 'stores null and large numbers',
    async run({ store, query }) {
      const { lease, change, effects } = await prepare(store, query)
      const sql = `insert into ${effects} (name, amount) values ($1, $2)`
      const statements = [
        { sql, parameters: ['null', null] },
        { sql, parameters: ['large', 9_007_199_254_740_993n] },
      ]
      equal(await store.commit(lease, change, statements), true)
      const found = await query(`select name from ${effects} where amount is null or amount = 9007199254740993`)
      equal(found.length, 2)
    },
  },
]

async function prepare(
  store: HaiiloStore,
  query: StatementScene['query'],
): Promise<{ lease: Lease; change: StoreChange & { readonly type: 'install' }; effects: string }> {
  const id = crypto.randomUUID()
  const effects = `effects_${id.replaceAll('-', '_')}`
  await query(`create table ${effects} (name text primary key, amount bigint)`)
  const lease = await store.acquire(id, 60_000)
  if (!lease) throw new TypeError('the lease is not free')
  const installation = { issuer: 'https://home.example.com', tenantId: id, pluginId: 'plugin-1' }
  return { lease, change: { type: 'install', installation, eventAt: 1 }, effects }
}

function insert(effects: string, name: string): { readonly sql: string; readonly parameters: readonly string[] } {
  return { sql: `insert into ${effects} (name) values ($1)`, parameters: [name] }
}

async function namesIn(query: StatementScene['query'], effects: string): Promise<readonly unknown[]> {
  return (await query(`select name from ${effects} order by name`)).map((row) => Reflect.get(row, 'name') as unknown)
}
