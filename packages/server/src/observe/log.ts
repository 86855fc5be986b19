import { callSafely } from '../lib/call-safely.js'
import type { EventName } from '../lifecycle/events.js'

/** One thing that happened, for a structured log. It contains no token, no secret, no personal data and no text of a request. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error'
  /** What was done: an event was received, a token of a user was refused, the API was called, the store failed, the server ends. */
  readonly action: 'event' | 'authenticate' | 'api' | 'health' | 'close'
  /** For `event`. */
  readonly event?: EventName
  /** For `event`: what was decided. For `api`: `token`, `notify` or `trigger`. */
  readonly outcome?: string
  /** Why it failed. A code of this package or of `@haiilo-kit/core`. */
  readonly code?: string
  /** The HTTP status of the answer. */
  readonly status?: number
  /** In milliseconds. */
  readonly duration?: number
}

/** Receives log entries. */
export type Log = (entry: LogEntry) => void

/** Calls the log of the application. If it fails, the request goes on. */
export function safeLog(log: Log): Log {
  return (entry) => callSafely(log, Object.freeze(entry))
}
