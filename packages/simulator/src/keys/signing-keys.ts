import { exportJWK, generateKeyPair, type JWK } from 'jose'

/** A key document in the vendor's format: one object, not a JWK set. */
export interface KeyDocument {
  /** Parameters for `crypto.subtle.importKey`. */
  readonly alg: { readonly name: string; readonly hash: { readonly name: string } }
  readonly key: JWK
}

/** A key pair of this process. */
export interface SigningKey {
  readonly privateKey: CryptoKey
  readonly publicJwk: JWK
}

/** `home` is the host's own key, which plug-ins trust. `stranger` signs tokens that a plug-in must reject. */
export type KeyOwner = 'home' | 'stranger'

const pairs = new Map<string, Promise<SigningKey>>()

/**
 * Returns the key pair of an owner. It is generated on first use, once per process and size, because that can take seconds.
 *
 * @param modulusLength In bits.
 * @throws {Error} `crypto.subtle` is missing: the page is neither on https nor on localhost.
 */
export function signingKey(owner: KeyOwner, modulusLength: number): Promise<SigningKey> {
  const name = `${owner} ${modulusLength}`
  const pair = pairs.get(name) ?? generateKey(modulusLength)
  pairs.set(name, pair)
  pair.catch(() => pairs.delete(name))
  return pair
}

/** Wraps a public key in the vendor's key document format. */
export function keyDocument(key: JWK): KeyDocument {
  return { alg: { name: 'RSASSA-PKCS1-v1_5', hash: { name: 'SHA-512' } }, key }
}

async function generateKey(modulusLength: number): Promise<SigningKey> {
  if (!(globalThis.crypto as Crypto | undefined)?.subtle) {
    throw new Error(
      'The simulated host cannot sign: crypto.subtle is missing. Open this page over https or on localhost.',
    )
  }
  const { privateKey, publicKey } = await generateKeyPair('RS512', { modulusLength })
  const { kty, n, e } = await exportJWK(publicKey)
  return { privateKey, publicJwk: Object.freeze({ kty, n, e, alg: 'RS512', use: 'sig' }) as JWK }
}
