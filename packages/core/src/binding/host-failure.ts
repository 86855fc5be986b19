import type { HaiiloError } from '../errors.js'

/** What a boundary gives to the part of the page that shows a failure. */
export interface HostFailure {
  /** `code` is for programs, `message` for developers; `describeError` says to people what to do. */
  readonly error: HaiiloError
  /** Asks the host anew. */
  readonly retry: () => void
}
