import { isLoopback } from '@haiilo-kit/core/token'
import { findFrameRefusal, readFrameAncestors } from '@haiilo-kit/sandbox'

/** A first label for `https://*.example.com`, and a domain that nobody can own (RFC 6761). */
const LABEL = 'haiilo-kit-doctor'
const UNOWNED = 'https://haiilo-kit-doctor.invalid'

/** Chooses the tenant that is simulated for a page: the first one that its headers allow to show it, or any if they allow all. */
export function chooseTenant(headers: Headers, page: URL): URL {
  const named = readFrameAncestors(headers).flat().flatMap(tenantsOf)
  const allowed = named.find(
    (tenant) => tenant.host !== page.host && findFrameRefusal(headers, page.origin, tenant.origin) === undefined,
  )
  return allowed ?? new URL(UNOWNED)
}

/** A tenant that a source of `frame-ancestors` allows. */
function tenantsOf(source: string): readonly URL[] {
  const [, wildcard, host, port = ''] =
    /^(?:https?:\/\/)?(\*\.)?([a-z\d-]+(?:\.[a-z\d-]+)+)(?::(\d+|\*))?\/?$/i.exec(source) ?? []
  if (host === undefined || isLoopback(host)) return []
  const name = wildcard === undefined ? host : `${LABEL}.${host}`
  const url = URL.parse(`https://${name}${port === '' || port === '*' ? '' : `:${port}`}`)
  return url ? [url] : []
}
