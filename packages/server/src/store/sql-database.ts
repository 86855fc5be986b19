import { BackendError } from '../errors.js'

/** A value of a column or parameter. */
export type SqlValue = string | number | bigint | null

export type SqlRow = Readonly<Record<string, unknown>>

/** One statement. Its parameters are `$1`, `$2` and so on. */
export interface SqlStatement {
  readonly sql: string
  readonly parameters: readonly SqlValue[]
}

/** Runs one statement and returns its rows. */
export type Query = (sql: string, parameters?: readonly SqlValue[]) => Promise<readonly SqlRow[]>

/** What differs between the databases. */
export interface SqlDatabase {
  readonly name: string
  /** The clock of the database as an SQL expression, in milliseconds since 1970. */
  readonly now: string
  readonly query: Query
  /**
   * Runs the statements in one transaction. If the first one returns no row, nothing is changed, and the result is false.
   *
   * @param foreign Statements of the application. If one of them fails, nothing is changed, and it rejects with `statementFailed`.
   */
  readonly guarded: (
    guard: SqlStatement,
    statements: readonly SqlStatement[],
    foreign: readonly SqlStatement[],
  ) => Promise<boolean>
  readonly close: () => Promise<void>
}

export function statementFailed(cause: unknown): BackendError {
  return new BackendError(
    'ERR_HANDLER_FAILED',
    'The database refused a statement that the handler passed to `atCommit`. See `onError` for its error.',
    { cause },
  )
}
