import type { HostTransport, TransportReceiver } from '@haiilo-kit/core'

/** A transport with counted receivers, which can delay messages. */
export interface WatchedTransport {
  readonly transport: HostTransport
  /** Returns the number of receivers. */
  readonly listening: () => number
  /** Holds back the messages of the host from now on. */
  readonly hold: () => void
  /** Delivers the held messages, and stops holding them back. */
  readonly release: () => void
}

/** Wraps a transport to count its receivers and to delay messages. Everything else is passed through unchanged. */
export function watchTransport(inner: HostTransport): WatchedTransport {
  let listening = 0
  let held: (() => void)[] | undefined

  function listen(receiver: TransportReceiver): () => void {
    listening += 1
    const stop = inner.listen({
      ...receiver,
      message(message) {
        if (held) held.push(() => receiver.message(message))
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
      held ??= []
    },
    release() {
      const deliveries = held ?? []
      held = undefined
      for (const deliver of deliveries) deliver()
    },
  }
}
