import type { HaiiloError } from '../errors.js'

/** What a boundary passes to the component that shows a failure. */
export interface HostFailure {
  /** `code` is for programs, `message` for developers. For users, call `describeError`. */
  readonly error: HaiiloError
  /** Connects again. */
  readonly retry: () => void
}
