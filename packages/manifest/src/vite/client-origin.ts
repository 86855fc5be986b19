import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { readForwardedHeaders } from './forwarded-headers.js'

/** `server.allowedHosts` of Vite. The first versions of Vite 6 do not have it. */
export type AllowedHosts = true | readonly string[] | undefined

/** How a client reaches the server. */
export interface ClientOrigin {
  readonly origin: string
  /** A host that a proxy names and that `allowedHosts` does not admit. */
  readonly refusedHost?: string
}

/**
 * The origin that a client sees. A tunnel ends TLS before the server, and may replace the host: then its headers name the real ones.
 * Anybody can send such headers, so a forwarded host counts only where Vite would admit it as the host of the request.
 */
export function clientOrigin({ headers, socket }: IncomingMessage, allowedHosts: AllowedHosts): ClientOrigin {
  const scheme = 'encrypted' in socket ? 'https' : 'http'
  const ownHost = String(headers.host ?? headers[':authority'])
  const { host, proto = scheme } = readForwardedHeaders(headers)
  if (host === undefined) return { origin: toUrl(proto, ownHost)?.origin ?? FALLBACK }
  const forwarded = toUrl(proto, host)
  if (forwarded && isAllowed(forwarded.hostname, allowedHosts)) return { origin: forwarded.origin }
  // the scheme is that of the host which does not count
  const own = { origin: toUrl(scheme, ownHost)?.origin ?? FALLBACK }
  return forwarded ? { ...own, refusedHost: forwarded.hostname } : own
}

const FALLBACK = 'http://localhost'

/** Only a name and a port are a host: `a.example@b.example` is not. */
function toUrl(scheme: string, host: string): URL | undefined {
  return HOST.test(host) ? (URL.parse(`${scheme}://${host}`) ?? undefined) : undefined
}

const HOST = /^(?:[^\s/\\?#@:[\]]{1,253}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i

/** As Vite decides it for the header `Host`. */
function isAllowed(hostname: string, allowedHosts: AllowedHosts = []): boolean {
  if (allowedHosts === true || isIP(hostname.replaceAll(/[[\]]/g, '')) !== 0) return true
  return ['.localhost', ...allowedHosts].some((allowed) => {
    const name = allowed.toLowerCase()
    return name === hostname || (name.startsWith('.') && `.${hostname}`.endsWith(name))
  })
}
