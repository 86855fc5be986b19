import type { InstallationEvent, InstanceEvent } from './events.js'

/** What a handler gets besides the event. */
export interface HandlerTools {
  /** Aborts when the time of the handler is over, 25 s by default. After that, the host gets a failure and sends the event again. */
  readonly signal: AbortSignal
  /**
   * Adds an SQL statement to the transaction that stores the event. It takes effect exactly once, however often the handler runs: together
   * with the event, or not at all. The tables must be in the database of the store.
   *
   * @param sql One statement. Its parameters are `$1`, `$2` and so on, in both databases.
   * @throws {TypeError} The store is not `sqliteStore` or `postgresStore`, or the handler has already ended.
   */
  readonly atCommit: (sql: string, parameters?: readonly (string | number | bigint | null)[]) => void
}

/** The result of `install` that refuses the installation. Made by `refuseInstall`. */
export interface InstallRefusal {
  readonly refusal: string
}

type Handler<Event, Result = void, Tools = HandlerTools> = (event: Event, tools: Tools) => Result | Promise<Result>

/**
 * The handlers of lifecycle events. Each one runs until it succeeds once: if it throws or the process ends, the host sends the event again.
 * So a handler must work if an earlier run was interrupted, or leave its work to `atCommit`. A missing handler does nothing, and the kit still
 * stores the change.
 */
export interface LifecycleHandlers {
  /** Runs before the tenant is known. Return `refuseInstall('…')` to refuse it. */
  // eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- a function that returns nothing is a handler, too
  readonly install?: Handler<InstallationEvent, void | InstallRefusal>
  /** Delete the data of the tenant here. */
  readonly uninstall?: Handler<InstallationEvent>
  readonly instanceAdd?: Handler<InstanceEvent>
  /** Delete the data of the widget here. */
  readonly instanceRemove?: Handler<InstanceEvent>
  /** Runs after the API of the tenant has become available. This is stored already. */
  readonly accessToken?: Handler<InstallationEvent, void, Pick<HandlerTools, 'signal'>>
}

/**
 * Refuses an installation with a reason for the administrator of the tenant.
 *
 * @param refusal In English, at most 200 characters. Longer texts are cut.
 * @example
 * ```ts
 * const install = ({ issuer }: { readonly issuer: string }) =>
 *   issuer.endsWith('.example.com') ? undefined : refuseInstall('Ask us for a licence first.')
 * ```
 */
export function refuseInstall(refusal: string): InstallRefusal {
  return { refusal }
}
