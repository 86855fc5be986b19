import { base64url, exportJWK, generateKeyPair } from 'jose'
import type { JWK } from 'jose'
import type { TrustRule } from '@haiilo-kit/core'

export interface TokenFactoryOptions {
  /** The origin of the tenant. Default: `https://home.example.com`. */
  readonly issuer?: string
  /** Default: `RS512`, as real tenants use. */
  readonly alg?: 'RS256' | 'RS384' | 'RS512'
  /** The size of the RSA key in bits. Default: 2048. */
  readonly modulusLength?: number
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly clock?: () => number
}

/** A tenant that signs tokens for tests. */
export interface TokenFactory {
  readonly issuer: string
  /** The public key. */
  readonly jwk: JWK
  /** The option `trust` for a host that accepts these tokens. */
  readonly trust: readonly TrustRule[]
  /** Signs an `init` token. `claims` and `header` override the defaults. A value of `undefined` removes a default. */
  readonly sign: (claims?: object, header?: object) => Promise<string>
  /** Signs a header and claims as texts, for input that `JSON.stringify` cannot produce, such as `1e400` or a duplicate claim. */
  readonly signText: (header: string, claims: string) => Promise<string>
}

/** Generates a key pair and returns functions that sign with it. A token header may name another algorithm; the signature always uses `alg`. */
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
