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

const alphabet = /^[\w-]*$/
/** The last characters that leave no bit over, by the characters that are left of a segment in groups of four. */
const lastCharacters = ['', undefined, 'AQgw', 'AEIMQUYcgkosw048']
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Takes a compact JWS apart; `undefined` for anything else. Reads and trusts nothing (RFC 7515 §7.1). */
export function decodeToken(token: unknown): DecodedToken | undefined {
  if (typeof token !== 'string' || token.length > MAX_TOKEN_LENGTH) return undefined
  const segments = token.split('.', 4)
  if (segments.length !== 3 || !segments.every((segment) => alphabet.test(segment))) return undefined
  const [first = '', second = ''] = segments
  const claims = decodeRecord(second)
  const header = claims && decodeRecord(first)
  return header && { header, claims, canonical: segments.every(isCanonical) }
}

function isCanonical(segment: string): boolean {
  return lastCharacters[segment.length % 4]?.includes(segment.length % 4 ? segment.slice(-1) : '') ?? false
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
