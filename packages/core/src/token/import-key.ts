import type { JWK } from 'jose'
import { TokenRejectedError } from '../errors.js'
import { isRecord } from './decode-token.js'

const MAX_KEYS = 16

/**
 * The RSA keys of a key document in the vendor's form `{ alg, key }`, or of a JWK set, or a bare JWK. The document's own `alg` is never
 * used. At most 16 keys of a set count.
 *
 * @throws {TokenRejectedError} `ERR_KEY_UNUSABLE` the document holds no RSA key.
 */
export function readKeys(document: unknown): readonly JWK[] {
  const { key, keys } = isRecord(document) ? document : {}
  const found: unknown[] = Array.isArray(keys) ? keys.slice(0, MAX_KEYS) : [key ?? document]
  const records = found.filter(isRecord)
  if (!records.some(({ kty }) => kty === 'RSA')) throw unusable()
  return records
}

/**
 * Imports those keys of a list that can be used. A key set may hold keys of other kinds beside those that count (RFC 7517 §5).
 *
 * @throws {TokenRejectedError} `ERR_KEY_UNUSABLE` none can be used.
 */
export async function importUsable(keys: readonly JWK[], algorithm: string): Promise<readonly CryptoKey[]> {
  const outcomes = await Promise.allSettled(keys.map((jwk) => importKey(jwk, algorithm)))
  const usable = outcomes.filter((outcome) => outcome.status === 'fulfilled')
  const [refused] = usable.length ? [] : outcomes.filter((outcome) => outcome.status === 'rejected')
  if (refused) throw refused.reason
  return usable.map(({ value }) => value)
}

/**
 * Imports one public key. Only modulus and exponent are read; the algorithm is one of ours.
 *
 * @throws {TokenRejectedError} `ERR_KEY_UNUSABLE` it is no RSA key, or a weak one.
 */
export async function importKey({ kty, n, e }: JWK, algorithm: string): Promise<CryptoKey> {
  try {
    if (kty !== 'RSA') throw new TypeError('not an RSA key')
    const parameters = { name: 'RSASSA-PKCS1-v1_5', hash: `SHA-${algorithm.slice(2)}` }
    const imported = await crypto.subtle.importKey('jwk', { kty, n, e } as JsonWebKey, parameters, false, ['verify'])
    const { modulusLength, publicExponent } = imported.algorithm as RsaHashedKeyAlgorithm
    const exponent = publicExponent.reduce((value, byte) => value * 256 + byte, 0)
    if (modulusLength < 2048 || modulusLength > 8192 || exponent < 65537) throw new TypeError('a weak key')
    return imported
  } catch (cause) {
    throw unusable(cause)
  }
}

function unusable(cause?: unknown): TokenRejectedError {
  return new TokenRejectedError(
    'ERR_KEY_UNUSABLE',
    'There is no RSA public key of 2048 to 8192 bits with an exponent of at least 65537.',
    'jku',
    { cause },
  )
}
