import type { HostTransport, TransportReceiver } from '@haiilo-kit/core'

/** A transport that can be looked at, and held up. */
export interface WatchedTransport {
  readonly transport: HostTransport
  /** How many receivers listen. */
  readonly listening: () => number
  /** Keeps what the host says from now on. */
  readonly hold: () => void
  /** Hands over what was kept, and holds no longer. */
  readonly release: () => void
}

/** Puts a window into a transport: what goes through is unchanged. */
export function watchTransport(inner: HostTransport): WatchedTransport {
  let listening = 0
  let kept: (() => void)[] | undefined

  function listen(receiver: TransportReceiver): () => void {
    listening += 1
    const stop = inner.listen({
      ...receiver,
      message(message) {
        if (kept) kept.push(() => receiver.message(message))
        else receiver.message(message)
      },
    })
    return () => {
      listening -= 1
      stop()
    }
  }

  return {
    transport: { ...inner, listen },
    listening: () => listening,
    hold() {
      kept = []
    },
    release() {
      const messages = kept ?? []
      kept = undefined
      for (const handOver of messages) handOver()
    },
  }
}
