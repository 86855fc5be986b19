/** Remembers which messages were seen, for as long as they could be sent again. Holds a bounded number. */
export interface ReplayGuard {
  /**
   * Tells whether a message is new, and remembers it in the same step.
   *
   * @param until When the message expires, in milliseconds since 1970.
   * @returns `full` while the guard is full of live messages: it refuses rather than forgets.
   */
  readonly admit: (message: string, until: number) => 'new' | 'seen' | 'full'
}

/** @param capacity How many live messages are remembered. */
export function createReplayGuard(clock: () => number, capacity = 1000): ReplayGuard {
  const seen = new Map<string, number>()
  return {
    admit(message, until) {
      if (seen.has(message)) return 'seen'
      if (seen.size >= capacity) {
        const now = clock()
        for (const [known, end] of seen) if (end < now) seen.delete(known)
      }
      if (seen.size >= capacity) return 'full'
      seen.set(message, until)
      return 'new'
    },
  }
}
