import { generateKeyPairSync, sign } from 'node:crypto'

/**
 * All benchmark pages send this nonce, so that the answer of the host can be signed in advance. It is the nonce that the vendor's adapter
 * generates if `Math.random` always returns 0.
 */
export const NONCE = 'A'.repeat(16)

/** In seconds: the longest lifetime that core accepts, and longer than the benchmarks run. */
const LIFETIME = 600

/**
 * Creates a tenant that signs with RS512 and 4096 bits, as real tenants do.
 *
 * @returns {{ jwk: JsonWebKey, sign: (claims: object, header?: object) => string }} The public key, and a function that signs `init` tokens.
 */
export function createTenant() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 4096 })
  const { kty, n, e } = publicKey.export({ format: 'jwk' })
  return {
    jwk: { kty, n, e, alg: 'RS512', use: 'sig' },
    sign(claims, header) {
      const iat = Math.floor(Date.now() / 1000)
      const signed = [
        { typ: 'JWT', alg: 'RS512', ...header },
        { iat, exp: iat + LIFETIME, sub: 'init', jti: NONCE, ...person, ...claims },
      ]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.')
      return `${signed}.${sign('sha512', Buffer.from(signed), privateKey).toString('base64url')}`
    },
  }
}

const person = {
  'ctx.tenantId': '9d7c4b6e-3a53-4f0e-8f0b-1c5a2f1f7a10',
  'ctx.userId': '1f2e3d4c-5b6a-4789-8abc-def012345678',
  'ctx.userName': 'Ada Lovelace',
  'ctx.userLanguage': 'en',
  'cfg.canteen': 'north',
  'cfg.days': 5,
  'cfg.prices': true,
  'stt.edit': false,
}
