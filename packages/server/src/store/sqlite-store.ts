import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { BackendError } from '../errors.js'
import type { HaiiloStore } from './haiilo-store.js'
import { migration } from './migrations.js'
import { statementFailed, type SqlDatabase, type SqlRow, type SqlStatement, type SqlValue } from './sql-database.js'
import { sqlStore } from './sql-store.js'

/** How long a process waits for another process that writes, in milliseconds. */
const BUSY_TIMEOUT = 5000

/**
 * Creates a store in one file, for one machine. It needs no service. Several processes of the machine can share the file. Committed data
 * survives a crash of the process and of the machine.
 *
 * @param file The path of the database. It is created with the first query; its folder must exist and must not be a network drive. A relative
 *   path starts at the working directory of the process.
 * @example
 * ```ts
 * const store = sqliteStore('data/haiilo.db')
 * ```
 */
export function sqliteStore(file: string): HaiiloStore {
  // SQLite keeps both in memory, and tenants send `install` once
  if (!file || file === ':memory:') {
    throw new TypeError('sqliteStore: expected the path of a file. For tests in memory, use memoryStore().')
  }
  return sqlStore('sqlite', () => openDatabase(file))
}

async function openDatabase(file: string): Promise<SqlDatabase> {
  // loaded here only, because other runtimes do not have them
  const [{ DatabaseSync }, { statSync }] = await Promise.all([import('node:sqlite'), import('node:fs')])
  const database = connect(() => new DatabaseSync(file), file)
  try {
    database.exec(`pragma busy_timeout = ${BUSY_TIMEOUT}; pragma journal_mode = wal; pragma synchronous = full`)
    // absolute, because the working directory can change
    const path = database.location() ?? file
    const identity = (): string | undefined => {
      const found = statSync(path, { bigint: true, throwIfNoEntry: false })
      return found && `${found.dev} ${found.ino}`
    }
    const opened = identity()
    return migrated(database, () => {
      if (identity() !== opened) throw movedError(path)
    })
  } catch (error) {
    database.close()
    throw error
  }
}

function connect(open: () => DatabaseSync, file: string): DatabaseSync {
  try {
    return open()
  } catch (cause) {
    throw new BackendError(
      'ERR_STORE_UNAVAILABLE',
      `sqliteStore cannot open the file ${JSON.stringify(file)}. Create its folder, and let the process read and write there.`,
      { cause },
    )
  }
}

/** SQLite would go on with the old file, and what it stores there is lost when the process ends. */
function movedError(file: string): BackendError {
  return new BackendError(
    'ERR_STORE_UNAVAILABLE',
    `The file ${JSON.stringify(file)} was moved, deleted or replaced while it was open. Restart the back end, and stop it before you restore a backup.`,
  )
}

/** @param assertSameFile Throws if the path leads to another file than when the database was opened. */
function migrated(database: DatabaseSync, assertSameFile: () => void): SqlDatabase {
  const prepared = new Map<string, PreparedStatement>()

  function run(sql: string, parameters: readonly SqlValue[]): readonly SqlRow[] {
    const { statement, order } = prepared.get(sql) ?? prepare(database, sql)
    prepared.set(sql, { statement, order })
    return statement.all(...order.map((index) => parameters[index] ?? null))
  }

  /** Takes the lock for writing at the start, because a transaction that reads first can fail when it writes. */
  function transaction(action: () => boolean): boolean {
    database.exec('begin immediate')
    try {
      const isDone = action()
      database.exec(isDone ? 'commit' : 'rollback')
      return isDone
    } catch (error) {
      if (database.isTransaction) database.exec('rollback')
      throw error
    }
  }

  transaction(() => {
    const steps = migration()
    for (let step = steps.next([]); !step.done; step = steps.next(run(step.value.sql, step.value.parameters)));
    return true
  })

  return {
    name: 'sqlite',
    now: "cast(unixepoch('subsec') * 1000 as integer)",
    query: (sql, parameters = []) => settle(() => run(sql, parameters)),
    guarded: (guard, statements, foreign) =>
      settle(() =>
        transaction(() => {
          if (run(guard.sql, guard.parameters).length === 0) return false
          for (const { sql, parameters } of statements) run(sql, parameters)
          for (const each of foreign) runForeign(database, each)
          assertSameFile()
          return true
        }),
      ),
    async close() {
      database.close()
      return Promise.resolve()
    },
  }
}

/** The text is not changed, because it can contain dollar signs that are not parameters. */
function runForeign(database: DatabaseSync, { sql, parameters }: SqlStatement): void {
  try {
    const statement = database.prepare(sql)
    // SQLite would ignore the others
    if (sql.slice(statement.sourceSQL.length).trim()) throw new TypeError('atCommit: expected one statement.')
    statement.run(Object.fromEntries(parameters.map((value, index) => [`$${index + 1}`, value])))
  } catch (cause) {
    throw isOfFile(cause) ? cause : statementFailed(cause)
  }
}

/** Busy, locked, out of memory, read-only, input or output failed, corrupt, full, cannot be opened (sqlite.org/rescode.html). */
const FILE_ERRORS: readonly number[] = [5, 6, 7, 8, 10, 11, 13, 14]

/** Whether the file cannot be written. That is not a fault of the statement. */
function isOfFile(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0
  // the lowest byte is the primary code
  return FILE_ERRORS.includes(code & 0xff)
}

/** Runs a synchronous action. An exception becomes a rejection. */
function settle<Result>(action: () => Result): Promise<Result> {
  return new Promise((resolve) => resolve(action()))
}

interface PreparedStatement {
  readonly statement: StatementSync
  /** The index of the parameter for each question mark. */
  readonly order: readonly number[]
}

/** Replaces `$1` with `?`, because Node 22 does not support parameters with numbers. */
function prepare(database: DatabaseSync, sql: string): PreparedStatement {
  const order = [...sql.matchAll(/\$(\d)/g)].map(([, number]) => Number(number) - 1)
  return { statement: database.prepare(sql.replaceAll(/\$\d/g, '?')), order }
}
