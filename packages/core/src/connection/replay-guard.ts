/** Remembers which messages were seen, for as long as they could be sent again. Holds a bounded number and refuses rather than forgets. */
export interface ReplayGuard {
  /** Whether a message is new; it is remembered in the same step. `until` is when it expires, in milliseconds since 1970. */
  readonly admit: (message: string, until: number) => boolean
}

/** @param capacity How many live messages are remembered; while the guard is full of them, nothing more is admitted. */
export function createReplayGuard(clock: () => number, capacity = 1000): ReplayGuard {
  const seen = new Map<string, number>()
  return {
    admit(message, until) {
      if (seen.size >= capacity) {
        const now = clock()
        for (const [known, end] of seen) if (end < now) seen.delete(known)
      }
      if (seen.has(message) || seen.size >= capacity) return false
      seen.set(message, until)
      return true
    },
  }
}
