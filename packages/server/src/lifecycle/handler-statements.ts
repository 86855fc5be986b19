import type { SqlStatement } from '../store/sql-database.js'
import type { HandlerTools } from './handlers.js'

/** Collects what one run of a handler passes to `atCommit`. */
export interface HandlerStatements {
  readonly atCommit: HandlerTools['atCommit']
  /** Ends the collection and returns it. */
  readonly take: () => readonly SqlStatement[]
}

/** @param isAccepted Whether the store can run statements. */
export function collectStatements(isAccepted: boolean): HandlerStatements {
  const statements: SqlStatement[] = []
  let isOpen = true
  return {
    atCommit(sql, parameters = []) {
      if (!isAccepted) {
        throw new TypeError(
          'atCommit: only sqliteStore and postgresStore can run statements. In tests, use sqliteStore with a temporary file.',
        )
      }
      if (!isOpen) throw new TypeError('atCommit: the handler has ended. Return a promise that waits for its work.')
      statements.push({ sql, parameters: [...parameters] })
    },
    take() {
      isOpen = false
      return statements
    },
  }
}
