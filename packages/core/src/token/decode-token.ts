import { decode } from 'jose/base64url'

/** A compact JWS taken apart. Nothing about it was checked but its shape. */
export interface DecodedToken {
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
  /** Whether all three segments are spelled the one canonical way: base64url has several spellings of the same bytes. */
  readonly canonical: boolean
}

/** Longer texts are no tokens: real ones have one to four kilobytes. */
export const MAX_TOKEN_LENGTH = 131_072

const segments = /^[\w-]+\.[\w-]+\.[\w-]*$/
const canonicalSegments = /^(?:(?:[\w-]{4})*(?:[\w-][AQgw]|[\w-]{2}[AEIMQUYcgkosw048])?(?:\.|$)){3}$/
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Takes a compact JWS apart; `undefined` for anything else. Reads and trusts nothing (RFC 7515 §7.1). */
export function decodeToken(token: unknown): DecodedToken | undefined {
  if (typeof token !== 'string' || token.length > MAX_TOKEN_LENGTH || !segments.test(token)) return undefined
  const [first = '', second = ''] = token.split('.', 2)
  const claims = decodeRecord(second)
  const header = claims && decodeRecord(first)
  return header && { header, claims, canonical: canonicalSegments.test(token) }
}

function decodeRecord(segment: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(utf8.decode(decode(segment)))
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** A guard for JSON objects: neither null nor a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
