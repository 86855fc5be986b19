import { base64url, SignJWT } from 'jose'
import type { SignedDelivery } from '../faults/faults.js'
import { signingKey } from './signing-keys.js'

/**
 * Signs a message as the real host does: RS512, type JWT, `jku` where there is one, and no `kid`.
 *
 * @param jku Address of the host's own key document.
 * @returns The compact JWS, just as it is posted.
 * @throws {Error} There is no `crypto.subtle`.
 */
export async function mintToken(
  { claims, signer, respell, ...delivery }: SignedDelivery,
  { modulusLength, jku }: { readonly modulusLength: number; readonly jku: string | undefined },
): Promise<string> {
  const place = delivery.jku ?? jku
  const header = { typ: 'JWT', alg: 'RS512', ...(place === undefined ? {} : { jku: place }) }
  if (signer === 'nobody') return `${encode({ ...header, alg: 'none' })}.${encode(claims)}.`
  const { privateKey } = await signingKey(signer, modulusLength)
  // not CompactSign: in jsdom the bytes of TextEncoder are of another realm, and it would refuse them
  const token = await new SignJWT({ ...claims }).setProtectedHeader(header).sign(privateKey)
  return respell ? respell(token) : token
}

function encode(part: object): string {
  return base64url.encode(JSON.stringify(part))
}
