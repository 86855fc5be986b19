/** Tracks the work that is still running, for a graceful shutdown. */
export interface RunningWork {
  readonly track: (work: Promise<unknown>) => void
  /** Resolves when nothing runs any more, or after the time limit in milliseconds. */
  readonly settled: (timeout: number) => Promise<void>
}

export function createRunningWork(): RunningWork {
  const running = new Set<Promise<unknown>>()
  return {
    track(work) {
      const tracked: Promise<unknown> = work.then(
        () => running.delete(tracked),
        () => running.delete(tracked),
      )
      running.add(tracked)
    },
    async settled(timeout) {
      let timer: ReturnType<typeof setTimeout> | undefined
      const limit = new Promise<'limit'>((resolve) => {
        timer = setTimeout(() => resolve('limit'), timeout)
      })
      // work can start other work
      while (running.size > 0 && (await Promise.race([Promise.all(running), limit])) !== 'limit');
      clearTimeout(timer)
    },
  }
}
