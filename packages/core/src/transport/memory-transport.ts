import type { HostTransport, TransportReceiver } from './transport.js'

/** The host's end of a {@link memoryTransport}. */
export interface MemoryHostEnd {
  /** Posts a message to the plug-in, as if a window with this origin had posted it. With `fromHost: false`, as if another frame had. */
  readonly post: (data: unknown, origin: string, options?: { readonly fromHost?: boolean }) => void
  /** Calls `listener` with each message of the plug-in. Returns a function that stops it. */
  readonly listen: (listener: (data: unknown, targetOrigin: string) => void) => () => void
  /** Simulates that the page of the plug-in came back from the back/forward cache. */
  readonly restore: () => void
}

/** Two linked ends. A message that is posted at one end arrives at the other end, as a structured clone and asynchronously. */
export interface MemoryTransport {
  readonly plugin: HostTransport
  readonly host: MemoryHostEnd
}

/** Creates a transport within one page or process, for tests, stories and simulated hosts. */
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
