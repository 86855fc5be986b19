import type { HaiiloError } from '../errors.js'

/** What a boundary gives to the part of the page that shows a failure. */
export interface HostFailure {
  /** Says what went wrong and what to do; `code` is for programs. */
  readonly error: HaiiloError
  /** Asks the host anew. */
  readonly retry: () => void
}
