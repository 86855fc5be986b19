import type { HaiiloError } from '../errors.js'
import { callEach } from '../lib/guarded.js'
import { CONNECTING, type HostSnapshot, type ReadySnapshot } from './host-snapshot.js'

/** What is known of the host, and the only ways in which it changes. */
export interface HostState<Config> {
  readonly getSnapshot: () => HostSnapshot<Config>
  readonly subscribe: (listener: () => void) => () => void
  readonly connecting: () => void
  /** Does nothing when the snapshot is the present one. */
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
      // a function of its own, so that the same listener can subscribe twice
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
