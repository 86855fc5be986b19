import type { JWK } from 'jose'
import { createPublicKey } from 'node:crypto'

/**
 * Parses a public RSA key and keeps only its modulus and exponent. Returns `undefined` for anything else.
 *
 * A key with private members is rejected, not stripped, so that the sender notices the mistake.
 */
export function parsePublicKey(text: string): JWK | undefined {
  try {
    const { kty, n, e, ...others } = JSON.parse(text) as Readonly<Record<string, unknown>>
    if (kty !== 'RSA' || typeof n !== 'string' || typeof e !== 'string') return undefined
    if (Object.keys(others).some((name) => !PUBLIC_MEMBERS.has(name))) return undefined
    const key = createPublicKey({ key: { kty, n, e }, format: 'jwk' })
    const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {}
    if (modulusLength < 2048 || modulusLength > 8192 || publicExponent < 65_537n || publicExponent >= 2n ** 32n)
      return undefined
    const canonical = key.export({ format: 'jwk' })
    // Node also accepts malformed base64url; accept the canonical encoding only
    return canonical.n === n && canonical.e === e ? { kty, n, e, alg: 'RS512', use: 'sig' } : undefined
  } catch {
    return undefined
  }
}

const PUBLIC_MEMBERS: ReadonlySet<string> = new Set(['alg', 'use', 'kid', 'key_ops', 'ext'])
