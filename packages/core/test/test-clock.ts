/** A clock that stands still until it is moved: milliseconds since 1970. */
export interface TestClock {
  (): number
  /** Moves it by so many milliseconds; back, if negative. */
  readonly advance: (milliseconds: number) => void
}

/** The moment at which test clocks start, in milliseconds since 1970. */
export const NOW = 1_800_000_000_000

/** The same moment in the seconds that tokens count in. */
export const NOW_SECONDS: number = NOW / 1000

export function createTestClock(): TestClock {
  let now = NOW
  return Object.assign(() => now, {
    advance(milliseconds: number) {
      now += milliseconds
    },
  })
}
