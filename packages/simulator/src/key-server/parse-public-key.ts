import type { JWK } from 'jose'
import { createPublicKey } from 'node:crypto'

/**
 * Reads a public RSA key, and keeps nothing of it but modulus and exponent; `undefined` for anything else.
 *
 * A private key is refused whole: whoever sends one should notice.
 */
export function parsePublicKey(text: string): JWK | undefined {
  try {
    const { kty, n, e, ...others } = JSON.parse(text) as Readonly<Record<string, unknown>>
    if (kty !== 'RSA' || typeof n !== 'string' || typeof e !== 'string') return undefined
    if (Object.keys(others).some((name) => !publicMembers.has(name))) return undefined
    const key = createPublicKey({ key: { kty, n, e }, format: 'jwk' })
    const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {}
    if (modulusLength < 2048 || modulusLength > 8192 || publicExponent < 65_537n || publicExponent >= 2n ** 32n)
      return undefined
    const spelled = key.export({ format: 'jwk' })
    // Node also reads what is not quite base64url; a key has one spelling
    return spelled.n === n && spelled.e === e ? { kty, n, e, alg: 'RS512', use: 'sig' } : undefined
  } catch {
    return undefined
  }
}

const publicMembers: ReadonlySet<string> = new Set(['alg', 'use', 'kid', 'key_ops', 'ext'])
