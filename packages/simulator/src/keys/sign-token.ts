import { base64url, SignJWT } from 'jose'
import type { SignedMessage } from '../faults/faults.js'
import { signingKey } from './signing-keys.js'

/**
 * Signs a message like the real host: RS512, type JWT, an optional `jku`, and no `kid`.
 *
 * @param options.modulusLength Bits of the key.
 * @param options.jku URL of the host's own key document. A fault can replace it.
 * @returns The compact JWS.
 * @throws {Error} `crypto.subtle` is missing.
 */
export async function signToken(
  { claims, signer, alter, ...message }: SignedMessage,
  options: { readonly modulusLength: number; readonly jku: string | undefined },
): Promise<string> {
  const jku = message.jku ?? options.jku
  const header = { typ: 'JWT', alg: 'RS512', ...(jku === undefined ? {} : { jku }) }
  if (signer === 'nobody') return `${encode({ ...header, alg: 'none' })}.${encode(claims)}.`
  const { privateKey } = await signingKey(signer, options.modulusLength)
  // CompactSign fails in jsdom: its TextEncoder returns a Uint8Array of another realm, which CompactSign refuses
  const token = await new SignJWT({ ...claims }).setProtectedHeader(header).sign(privateKey)
  return alter ? alter(token) : token
}

function encode(part: object): string {
  return base64url.encode(JSON.stringify(part))
}
