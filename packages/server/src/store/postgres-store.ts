import type { Pool, PoolClient, PoolConfig } from 'pg'
import type { HaiiloStore } from './haiilo-store.js'
import { isMigrated, migration } from './migrations.js'
import { statementFailed, type Query, type SqlDatabase } from './sql-database.js'
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
  if (!url) throw new TypeError('postgresStore: expected a URL, such as postgres://user:password@host/database.')
  return sqlStore('postgres', async () => {
    // loaded here only, because it is an optional peer dependency
    const { default: pg } = await import('pg')
    const settings: PoolConfig = {
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: timeout,
      query_timeout: timeout,
      keepAlive: true,
      // an idle connection that nobody answers any more must not keep the process alive
      allowExitOnIdle: true,
    }
    const open = (more?: PoolConfig): Promise<SqlDatabase> => openDatabase(new pg.Pool({ ...settings, ...more }))
    try {
      return await open({ statement_timeout: timeout })
    } catch (error) {
      if (!isRefusedParameter(error)) throw error
      // without it, a statement that waits for a lock can go on in the server after this process has stopped waiting
      return open()
    }
  })
}

async function openDatabase(pool: Pool): Promise<SqlDatabase> {
  // without a listener, a lost connection would end the process: while it is idle, and between the statements of a transaction
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  try {
    const isCurrent = await isMigrated(queryOf(pool)).catch((error: unknown) => {
      if (isMissingTable(error)) return false
      throw error
    })
    // a server that is read-only, such as a standby, refuses the transaction
    if (!isCurrent) await migrate(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  return {
    name: 'postgres',
    now: '(extract(epoch from clock_timestamp()) * 1000)::bigint',
    query: (...statement) => repeatedly(() => queryOf(pool)(...statement)),
    guarded: (guard, statements, foreign) =>
      repeatedly(() =>
        inTransaction(pool, async (client) => {
          const query = queryOf(client)
          if ((await query(guard.sql, guard.parameters)).length === 0) return false
          for (const { sql, parameters } of statements) await query(sql, parameters)
          for (const { sql, parameters } of foreign) {
            await query(sql, parameters).catch((error: unknown) => {
              throw isOfStatement(error) ? statementFailed(error) : error
            })
          }
          return true
        }),
      ),
    close: () => pool.end(),
  }
}

async function migrate(pool: Pool): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    const query = queryOf(client)
    const steps = migration()
    for (let step = steps.next([]); !step.done;) {
      step = steps.next(await query(step.value.sql, step.value.parameters))
    }
    return true
  })
}

function isMissingTable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '42P01'
}

/** Whether a connection pooler between here and the server, such as PgBouncer, refuses a setting. */
function isRefusedParameter(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('unsupported startup parameter')
}

/** Serialization failure and deadlock. Nothing was changed, and PostgreSQL asks to try again. */
const CONFLICTS: readonly unknown[] = ['40001', '40P01']
const MAX_ATTEMPTS = 20
/** The longest pause per attempt, in milliseconds. */
const PAUSE = 5

/** Serialization failures occur if `default_transaction_isolation` of the database is stricter than usual. */
async function repeatedly<T>(action: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await action()
    } catch (error) {
      if (!isConflict(error) || attempt >= MAX_ATTEMPTS) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * PAUSE * attempt))
    }
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && CONFLICTS.includes(error.code)
}

/** Whether the server refused a statement. A lost connection and the end of the server are not faults of the statement. */
function isOfStatement(error: unknown): boolean {
  return error instanceof Error && 'severity' in error && error.severity === 'ERROR' && !isConflict(error)
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
