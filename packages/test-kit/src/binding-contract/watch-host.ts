import type { HaiiloHost } from '@haiilo-kit/core'

/** A host whose listeners are counted. */
export interface WatchedHost {
  readonly host: HaiiloHost<unknown>
  /** How many listeners there are now, of `subscribe` and `on` together. */
  readonly active: () => number
  /** How many handlers `on` was ever given. */
  readonly added: () => number
}

/** Counts who listens to a host: what goes through is unchanged. */
export function watchHost(inner: HaiiloHost<unknown>): WatchedHost {
  let active = 0
  let added = 0

  function counted(stop: () => void): () => void {
    active += 1
    let stopped = false
    return () => {
      if (!stopped) active -= 1
      stopped = true
      stop()
    }
  }

  return {
    host: {
      ...inner,
      subscribe: (listener) => counted(inner.subscribe(listener)),
      on(subject, handler) {
        added += 1
        return counted(inner.on(subject, handler))
      },
    },
    active: () => active,
    added: () => added,
  }
}
