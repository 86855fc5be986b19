import { parseUrl } from '../lib/parse-url.js'
import { isLoopback } from '../token/loopback.js'
import type { HostTransport } from '../transport/transport.js'
import { windowTransport } from '../transport/window-transport.js'

/** What the connection reads from the page. Only this file reads it. On a server, everything is absent. */
export interface Environment {
  /** The page's own origin. Absent if no request can be sent to it. */
  readonly origin: string | undefined
  /** Whether the page is served from the local machine, as in the sandbox. */
  readonly onLoopback: boolean
  /** The source id that the host assigned to this instance. */
  readonly source: string | undefined
  /** Carries messages to the window that embeds the page. */
  readonly transport: HostTransport | undefined
}

export function readEnvironment(): Environment {
  const address = typeof location === 'undefined' ? undefined : location
  return {
    origin: address?.host ? address.origin : undefined,
    onLoopback: !!address && isLoopback(address.hostname),
    source: address && (sourceIn(loadedUrl()) ?? sourceIn(address.href)),
    transport: typeof window === 'undefined' ? undefined : windowTransport(),
  }
}

/** The URL with which the page was loaded. A router may have rewritten `location` since then. */
function loadedUrl(): string | undefined {
  return globalThis.performance?.getEntriesByType?.('navigation')[0]?.name
}

function sourceIn(url: string | undefined): string | undefined {
  return (url && parseUrl(url)?.searchParams.get('src')) || undefined
}
