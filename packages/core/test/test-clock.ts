/** A clock that changes only with `advance()`. Milliseconds since 1970. */
export interface TestClock {
  (): number
  /** Moves the clock forward, or back if negative. */
  readonly advance: (milliseconds: number) => void
}

/** The start of test clocks, in milliseconds since 1970. */
export const NOW = 1_800_000_000_000

/** The same time in seconds. */
export const NOW_SECONDS: number = NOW / 1000

export function createTestClock(): TestClock {
  let now = NOW
  return Object.assign(() => now, {
    advance(milliseconds: number) {
      now += milliseconds
    },
  })
}
