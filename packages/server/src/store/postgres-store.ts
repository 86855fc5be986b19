import type { Pool, PoolClient } from 'pg'
import type { HaiiloStore } from './haiilo-store.js'
import { migration } from './migrations.js'
import type { Query, SqlDatabase } from './sql-database.js'
import { sqlStore } from './sql-store.js'

/** The options of `postgresStore`. */
export interface PostgresStoreOptions {
  /** The maximum number of connections of this process. Default: 10. */
  readonly connections?: number
  /** How long to wait for a connection, and for the answer to a query, in milliseconds. Default: 5000. */
  readonly timeout?: number
}

/** Any number that other software does not use for its own lock. */
const MIGRATION_LOCK = 4_711_250_117

/**
 * Creates a store on PostgreSQL, for any number of machines. Needs the package `pg`. Its tables have names that start with `haiilo_`, in the
 * first schema of the search path. A lost connection is replaced.
 *
 * @param url Such as `postgres://user:password@host/database`. Keep it in the environment, because it contains the password.
 * @example
 * ```ts
 * const store = postgresStore(process.env['DATABASE_URL'] ?? 'postgres://localhost/lunch')
 * ```
 */
export function postgresStore(
  url: string,
  { connections = 10, timeout = 5000 }: PostgresStoreOptions = {},
): HaiiloStore {
  return sqlStore('postgres', async () => {
    // loaded here only, because it is an optional peer dependency
    const { default: pg } = await import('pg')
    const pool = new pg.Pool({
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: timeout,
      query_timeout: timeout,
      statement_timeout: timeout,
    })
    // without a listener, a connection that is lost while it is idle would end the process
    pool.on('error', () => undefined)
    try {
      await inTransaction(pool, async (client) => {
        await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
        const query = queryOf(client)
        const steps = migration()
        for (let step = steps.next([]); !step.done;) {
          step = steps.next(await query(step.value.sql, step.value.parameters))
        }
        return true
      })
      return databaseOf(pool)
    } catch (error) {
      await pool.end()
      throw error
    }
  })
}

function databaseOf(pool: Pool): SqlDatabase {
  return {
    name: 'postgres',
    now: '(extract(epoch from clock_timestamp()) * 1000)::bigint',
    query: queryOf(pool),
    guarded: (guard, statements) =>
      inTransaction(pool, async (client) => {
        const query = queryOf(client)
        if ((await query(guard.sql, guard.parameters)).length === 0) return false
        for (const { sql, parameters } of statements) await query(sql, parameters)
        return true
      }),
    close: () => pool.end(),
  }
}

function queryOf(client: Pool | PoolClient): Query {
  return async (sql, parameters = []) => {
    const { rows } = await client.query<Record<string, unknown>>(sql, [...parameters])
    return rows
  }
}

async function inTransaction(pool: Pool, action: (client: PoolClient) => Promise<boolean>): Promise<boolean> {
  const client = await pool.connect()
  let isBroken = true
  try {
    await client.query('begin')
    const isDone = await action(client)
    await client.query(isDone ? 'commit' : 'rollback')
    isBroken = false
    return isDone
  } finally {
    // the server rolls back when the connection ends
    client.release(isBroken)
  }
}
