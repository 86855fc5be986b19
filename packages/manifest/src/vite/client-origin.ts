import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { readForwardedHeaders } from './forwarded-headers.js'

/** `server.allowedHosts` of Vite. The first versions of Vite 6 do not have it. */
export type AllowedHosts = true | readonly string[] | undefined

/** The origin under which a client reaches the server. */
export interface ClientOrigin {
  readonly origin: string
  /** A forwarded host that `allowedHosts` does not allow. */
  readonly refusedHost?: string
}

/**
 * Returns the origin that a client sees. A tunnel terminates TLS and may replace the host, and names the original ones in forwarded headers.
 * Anybody can send such headers, so a forwarded host is used only if Vite allows it as the host of a request.
 */
export function clientOrigin({ headers, socket }: IncomingMessage, allowedHosts: AllowedHosts): ClientOrigin {
  const scheme = 'encrypted' in socket ? 'https' : 'http'
  const ownHost = String(headers.host ?? headers[':authority'])
  const { host, proto = scheme } = readForwardedHeaders(headers)
  if (host === undefined) return { origin: toUrl(proto, ownHost)?.origin ?? FALLBACK }
  const forwarded = toUrl(proto, host)
  if (forwarded && isAllowed(forwarded.hostname, allowedHosts)) return { origin: forwarded.origin }
  // the forwarded scheme belongs to the refused host
  const own = { origin: toUrl(scheme, ownHost)?.origin ?? FALLBACK }
  return forwarded ? { ...own, refusedHost: forwarded.hostname } : own
}

const FALLBACK = 'http://localhost'

/** Returns the URL of a host: a name with an optional port. Other text, such as `a.example@b.example`, results in `undefined`. */
function toUrl(scheme: string, host: string): URL | undefined {
  return HOST.test(host) ? (URL.parse(`${scheme}://${host}`) ?? undefined) : undefined
}

const HOST = /^(?:[^\s/\\?#@:[\]]{1,253}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i

/** The same check as in Vite for the header `Host`. */
function isAllowed(hostname: string, allowedHosts: AllowedHosts = []): boolean {
  if (allowedHosts === true || isIP(hostname.replaceAll(/[[\]]/g, '')) !== 0) return true
  return ['.localhost', ...allowedHosts].some((allowed) => {
    const name = allowed.toLowerCase()
    return name === hostname || (name.startsWith('.') && `.${hostname}`.endsWith(name))
  })
}
