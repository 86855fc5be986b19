import type { HostTransport, TransportReceiver } from './transport.js'

/** The host's end of a {@link memoryTransport}. */
export interface MemoryHostEnd {
  /** Hands a message to the plug-in, as if the window of `origin` had posted it. `fromHost: false` poses as another frame. */
  readonly post: (data: unknown, origin: string, options?: { readonly fromHost?: boolean }) => void
  /** Calls `listener` for each message of the plug-in. Gives back the function that stops it. */
  readonly listen: (listener: (data: unknown, targetOrigin: string) => void) => () => void
  /** Tells the plug-in that its page came back from the back/forward cache. */
  readonly restore: () => void
}

/** Two linked ends: what is posted into one comes out of the other, copied as a browser would copy it, never at once. */
export interface MemoryTransport {
  readonly plugin: HostTransport
  readonly host: MemoryHostEnd
}

/** Carries messages within one page or process: for tests, stories and simulated hosts. */
export function memoryTransport(): MemoryTransport {
  const receivers = new Set<TransportReceiver>()
  const listeners = new Set<(data: unknown, targetOrigin: string) => void>()
  return {
    plugin: {
      listen(receiver) {
        receivers.add(receiver)
        return () => receivers.delete(receiver)
      },
      post(message, targetOrigin) {
        const data: unknown = structuredClone(message)
        queueMicrotask(() => {
          for (const listener of listeners) listener(data, targetOrigin)
        })
      },
    },
    host: {
      post(data, origin, { fromHost = true } = {}) {
        const copy: unknown = structuredClone(data)
        queueMicrotask(() => {
          for (const receiver of receivers) receiver.message({ data: copy, origin, fromHost })
        })
      },
      listen(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      restore() {
        for (const receiver of receivers) receiver.restored()
      },
    },
  }
}
