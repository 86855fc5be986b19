/** Remembers the messages that were seen, each until it expires. Its size is limited. */
export interface ReplayGuard {
  /**
   * Checks whether a message is new and records it, in one step.
   *
   * @param until When the message expires, in milliseconds since 1970.
   * @returns `full` while the guard holds its maximum of unexpired messages: it refuses new messages rather than forget old ones.
   */
  readonly admit: (message: string, until: number) => 'new' | 'seen' | 'full'
}

/** @param capacity The maximum number of unexpired messages. */
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
