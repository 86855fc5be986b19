import type { JWK } from 'jose'
import { TokenRejectedError } from '../errors.js'
import { isRecord } from './decode-token.js'

const MAX_KEYS = 16

/**
 * Reads the keys of a key document: the vendor's format `{ alg, key }`, a JWK set, or a single JWK. The document's own `alg` is ignored. At
 * most 16 keys of a set are read.
 *
 * @throws {TokenRejectedError} `ERR_KEY_UNUSABLE` The document has no RSA key.
 */
export function readKeys(document: unknown): readonly JWK[] {
  const { key, keys } = isRecord(document) ? document : {}
  const found: unknown[] = Array.isArray(keys) ? keys.slice(0, MAX_KEYS) : [key ?? document]
  const records = found.filter(isRecord)
  if (!records.some(({ kty }) => kty === 'RSA')) throw unusable()
  return records
}

/**
 * Imports the usable keys of a list. A key set may also contain keys of other types (RFC 7517 §5).
 *
 * @throws {TokenRejectedError} `ERR_KEY_UNUSABLE` No key is usable.
 */
export async function importUsable(keys: readonly JWK[], algorithm: string): Promise<readonly CryptoKey[]> {
  const imports = keys.map((jwk) => importKey(jwk, algorithm))
  const outcomes = await Promise.allSettled(imports)
  const usable = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
  // without a usable key, this rejects with the first reason
  return usable.length ? usable : Promise.all(imports)
}

/**
 * Imports a public key. Only modulus and exponent are read. The algorithm comes from the caller, not from the key.
 *
 * @throws {TokenRejectedError} `ERR_KEY_UNUSABLE` The key is not an RSA key, or is too weak.
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
    'Expected an RSA public key of 2048 to 8192 bits with an exponent of at least 65537.',
    'jku',
    { cause },
  )
}
