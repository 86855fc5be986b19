import type { HaiiloHost } from '@haiilo-kit/core'

/** A host with counted listeners. */
export interface WatchedHost {
  readonly host: HaiiloHost<unknown>
  /** Returns the current number of listeners, of `subscribe` and `on` together. */
  readonly active: () => number
  /** Returns how often `on` was called. */
  readonly added: () => number
}

/** Wraps a host to count its listeners. Everything else is passed through unchanged. */
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
