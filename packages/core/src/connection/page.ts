import { parseUrl } from '../lib/parse-url.js'
import { isLoopback } from '../token/loopback.js'
import type { HostTransport } from '../transport/transport.js'
import { windowTransport } from '../transport/window-transport.js'

/** What the connection takes from the page that it runs in. The one file that looks for itself; on a server there is nothing to see. */
export interface Page {
  /** The page's own origin; absent where it has none that a request could be sent to. */
  readonly origin: string | undefined
  /** Whether the page was loaded from this very machine, as in the sandbox. */
  readonly onLoopback: boolean
  /** The source id that the host gave this instance. */
  readonly source: string | undefined
  /** Carries messages to the window that embeds the page. */
  readonly transport: HostTransport | undefined
}

export function readPage(): Page {
  const address = typeof location === 'undefined' ? undefined : location
  return {
    origin: address?.host ? address.origin : undefined,
    onLoopback: !!address && isLoopback(address.hostname),
    source: address && (sourceIn(loadedUrl()) ?? sourceIn(address.href)),
    transport: typeof window === 'undefined' ? undefined : windowTransport(),
  }
}

/** The URL that the page was loaded with. Navigation timing still tells it when a router has rewritten the address before we look. */
function loadedUrl(): string | undefined {
  return globalThis.performance?.getEntriesByType?.('navigation')[0]?.name
}

function sourceIn(url: string | undefined): string | undefined {
  return (url && parseUrl(url)?.searchParams.get('src')) || undefined
}
