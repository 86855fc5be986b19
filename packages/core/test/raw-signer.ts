import { generateKeyPairSync, sign } from 'node:crypto'
import type { JWK } from 'jose'

export interface RawSignerOptions {
  /** Bits of the RSA key. Default: 2048. */
  readonly modulusLength?: number
  /** Default: 65537. */
  readonly publicExponent?: number
}

/** Signs what libraries refuse: with weak keys, and segments in any encoding. */
export interface RawSigner {
  readonly jwk: JWK
  /** Public and private members together. A key document must not contain the private ones. */
  readonly privateJwk: JWK
  /** Signs two segments unchanged, with RS512. */
  readonly signSegments: (header: string, claims: string) => string
  readonly sign: (claims: object, header?: object) => string
}

export function createRawSigner({ modulusLength = 2048, publicExponent = 65537 }: RawSignerOptions = {}): RawSigner {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength, publicExponent })

  function signSegments(header: string, claims: string): string {
    const signature = sign('RSA-SHA512', Buffer.from(`${header}.${claims}`), privateKey)
    return `${header}.${claims}.${signature.toString('base64url')}`
  }

  return {
    jwk: publicKey.export({ format: 'jwk' }),
    privateJwk: privateKey.export({ format: 'jwk' }),
    signSegments,
    sign: (claims, header) => signSegments(segment({ typ: 'JWT', alg: 'RS512', ...header }), segment(claims)),
  }
}

/** Encodes a string, bytes, or a value as JSON as a base64url segment. */
export function segment(value: unknown): string {
  const bytes = typeof value === 'string' || value instanceof Uint8Array ? value : JSON.stringify(value)
  return Buffer.from(bytes as string).toString('base64url')
}
