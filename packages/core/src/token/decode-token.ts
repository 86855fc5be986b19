/** The parts of a compact JWS. Only its format is checked. */
export interface DecodedToken {
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
  /** Whether all three segments are in canonical base64url. The same bytes also have encodings that are not canonical. */
  readonly canonical: boolean
}

/** In characters. Real tokens have 1 to 4 kB. */
export const MAX_TOKEN_LENGTH = 131_072

const compactJws = /^[\w-]*\.[\w-]*\.[\w-]*$/
/** What may follow the last group of four characters in a canonical segment. After other last characters, unused bits are set. */
const canonicalEnd = /^(.[AQgw]|..[AEIMQUYcgkosw048])?$/
const nonAscii = /[\x80-\xff]/

/** Decodes a compact JWS (RFC 7515 §7.1) without verifying it. Returns `undefined` if it is not one. */
export function decodeToken(token: unknown): DecodedToken | undefined {
  if (typeof token !== 'string' || token.length > MAX_TOKEN_LENGTH || !compactJws.test(token)) return undefined
  const segments = token.split('.')
  const [first = '', second = ''] = segments
  const claims = decodeRecord(second)
  const header = claims && decodeRecord(first)
  return header && { header, claims, canonical: segments.every(isCanonical) }
}

function isCanonical(segment: string): boolean {
  return canonicalEnd.test(segment.slice(segment.length - (segment.length % 4)))
}

function decodeRecord(segment: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(decodeText(segment))
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Most segments are ASCII. They need no byte array, which would take longer than the rest of the decoding. */
function decodeText(segment: string): string {
  const binary = atob(segment.replaceAll('-', '+').replaceAll('_', '/'))
  if (!nonAscii.test(binary)) return binary
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
    Uint8Array.from(binary, (char) => char.charCodeAt(0)),
  )
}

/** Whether a value is an object, but not null and not an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
