import type { IncomingHttpHeaders } from 'node:http'

/** The original request according to the proxy closest to the client. */
export interface Forwarded {
  readonly host?: string
  readonly proto?: 'http' | 'https'
}

/** Reads `Forwarded` (RFC 7239), and missing values from `X-Forwarded-Host` and `X-Forwarded-Proto`. */
export function readForwardedHeaders(headers: IncomingHttpHeaders): Forwarded {
  const standard = firstElement(headers.forwarded)
  const host = standard.get('host') ?? firstItem(headers['x-forwarded-host'])
  const proto = [standard.get('proto'), firstItem(headers['x-forwarded-proto'])]
    .map((name) => name?.toLowerCase())
    .find((name) => name === 'https' || name === 'http')
  return { ...(host && { host }), ...(proto && { proto }) }
}

/** Each proxy appends its own value, so the first one is from the proxy closest to the client. */
function firstItem(header: string | readonly string[] | undefined): string | undefined {
  return String(header ?? '')
    .split(',', 1)[0]
    ?.trim()
}

/** The pairs of the first element; empty if it is malformed. */
function firstElement(header = ''): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  for (let rest = header; ;) {
    const [whole = '', name = '', quoted, token = '', end] = PAIR.exec(rest) ?? []
    if (whole === '') return new Map()
    pairs.set(name.toLowerCase(), quoted?.replaceAll(/\\(.)/g, '$1') ?? token)
    if (end !== ';') return pairs
    rest = rest.slice(whole.length)
  }
}

const PAIR = /^\s*([\w!#$%&'*+.^`|~-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s",;]*))\s*([,;]|$)/
