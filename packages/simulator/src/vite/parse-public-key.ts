import type { JWK } from 'jose'

/**
 * Reads a public RSA key, and keeps nothing of it but modulus and exponent; `undefined` for anything else.
 *
 * A private key is refused whole: whoever sends one should notice.
 */
export function parsePublicKey(text: string): JWK | undefined {
  const key = parseObject(text)
  if (!key || Object.keys(key).some((name) => !publicMembers.has(name))) return undefined
  const { kty, n, e } = key
  if (kty !== 'RSA' || !isBase64Url(n) || !isBase64Url(e)) return undefined
  const bits = bitLength(n)
  if (bits < 2048 || bits > 8192 || bitLength(e) < 17 || bitLength(e) > 32) return undefined
  return { kty, n, e, alg: 'RS512', use: 'sig' }
}

const publicMembers: ReadonlySet<string> = new Set(['kty', 'n', 'e', 'alg', 'use', 'kid', 'key_ops', 'ext'])

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}

function isBase64Url(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]+$/.test(value)
}

function bitLength(value: string): number {
  const hex = Buffer.from(value, 'base64url').toString('hex').replace(/^0+/, '')
  return hex === '' ? 0 : (hex.length - 1) * 4 + Number.parseInt(hex.charAt(0), 16).toString(2).length
}
