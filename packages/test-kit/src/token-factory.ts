import { base64url, exportJWK, generateKeyPair } from 'jose'
import type { JWK } from 'jose'
import type { TrustRule } from '@haiilo-kit/core'

export interface TokenFactoryOptions {
  /** The tenant that signs, as an origin. Default: `https://home.example.com`. */
  readonly issuer?: string
  /** Default: `RS512`, as in practice. */
  readonly alg?: 'RS256' | 'RS384' | 'RS512'
  /** Bits of the RSA key. Default: 2048. */
  readonly modulusLength?: number
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly clock?: () => number
}

/** A tenant that signs tokens, as far as a test needs one. */
export interface TokenFactory {
  readonly issuer: string
  /** The public key. */
  readonly jwk: JWK
  /** What a host has to be given as `trust` so that these tokens count. */
  readonly trust: readonly TrustRule[]
  /** Signs an `init` token. `claims` and `header` go over the defaults; `undefined` takes a default away. */
  readonly sign: (claims?: object, header?: object) => Promise<string>
  /** Signs two texts as they are: for what `JSON.stringify` would not write, such as `1e400` or a claim given twice. */
  readonly signText: (header: string, claims: string) => Promise<string>
}

/** Makes a key pair and gives back what signs with it. The header of a token may lie about the algorithm; the signature is by `alg`. */
export async function createTokenFactory(options: TokenFactoryOptions = {}): Promise<TokenFactory> {
  const { issuer = 'https://home.example.com', alg = 'RS512', modulusLength = 2048, clock = Date.now } = options
  const { publicKey, privateKey } = await generateKeyPair(alg, { modulusLength, extractable: true })
  const jwk = await exportJWK(publicKey)

  async function signText(header: string, claims: string): Promise<string> {
    const signed = `${base64url.encode(header)}.${base64url.encode(claims)}`
    const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', privateKey, new TextEncoder().encode(signed))
    return `${signed}.${base64url.encode(new Uint8Array(signature))}`
  }

  return {
    issuer,
    jwk,
    trust: [{ issuer, keys: [jwk] }],
    sign: (claims, header) =>
      signText(
        JSON.stringify({ typ: 'JWT', alg, ...header }),
        JSON.stringify({ ...initClaims(issuer, clock()), ...claims }),
      ),
    signText,
  }
}

function initClaims(issuer: string, now: number): Record<string, unknown> {
  const iat = Math.floor(now / 1000)
  return { iss: issuer, iat, exp: iat + 60, sub: 'init', 'ctx.userId': 'user-1', 'ctx.tenantId': 'tenant-1' }
}
