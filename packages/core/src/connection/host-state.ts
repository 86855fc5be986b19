import type { HaiiloError } from '../errors.js'
import { callEach } from '../lib/call-user-code.js'
import { CONNECTING, type HostSnapshot, type ReadySnapshot } from './host-snapshot.js'

/** The current snapshot and its only setters. */
export interface HostState<Config> {
  readonly getSnapshot: () => HostSnapshot<Config>
  readonly subscribe: (listener: () => void) => () => void
  readonly connecting: () => void
  /** Does nothing if the snapshot is the current one. */
  readonly ready: (snapshot: ReadySnapshot<Config>) => void
  readonly failed: (error: HaiiloError) => void
  readonly closed: () => void
}

export function createHostState<Config>(): HostState<Config> {
  const listeners = new Set<() => void>()
  let snapshot: HostSnapshot<Config> = CONNECTING

  function change(next: HostSnapshot<Config>): void {
    if (next === snapshot) return
    snapshot = Object.freeze(next)
    callEach(listeners, (listener) => listener())
  }

  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      // wrapped in a new function, so that the same listener can subscribe twice
      const call = (): void => listener()
      listeners.add(call)
      return () => listeners.delete(call)
    },
    connecting: () => change(CONNECTING),
    ready: change,
    failed: (error) => change({ status: 'failed', error }),
    closed: () => change({ status: 'closed' }),
  }
}
