import { callSafely } from '../lib/call-safely.js'
import type { EventName } from '../lifecycle/events.js'

/** One thing that happened, for a structured log. It contains no token, no secret, no personal data and no text of a request. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error'
  /**
   * - `event`: a lifecycle event was answered.
   * - `authenticate`: the token of a user was refused.
   * - `api`: the API of a tenant was called.
   * - `health`: the health check failed.
   * - `close`: the back end has shut down.
   */
  readonly action: 'event' | 'authenticate' | 'api' | 'health' | 'close'
  /** For `event`. */
  readonly event?: EventName
  /** For `api`. */
  readonly kind?: ApiRequestKind
  /** For `event`: `handled`, `repeated` or `failed`. For `api`: `redeemed`, `refreshed`, `sent`, `refused`, `unreachable` or `failed`. */
  readonly outcome?: string
  /** Why it failed. A code of this package or of `@haiilo-kit/core`. */
  readonly code?: string
  /** The HTTP status of the answer. */
  readonly status?: number
  /** In milliseconds. */
  readonly duration?: number
}

/** What the API of a tenant was called for: tokens, a notification, or `trigger_event`. */
export type ApiRequestKind = 'token' | 'notify' | 'trigger'

/** Receives log entries. */
export type Log = (entry: LogEntry) => void

/** Calls the log of the application. If it fails, the request goes on. */
export function safeLog(log: Log): Log {
  return (entry) => callSafely(log, Object.freeze(entry))
}
