import type { Claims } from '../protocol/subjects.js'
import type { HostContext } from '../token/context.js'
import type { VerifiedMessage } from './haiilo-host.js'

/** What the application sees of a message. Frozen; the token can be read but is not enumerable, so that it does not end up in a log. */
export function toMessage(
  token: string,
  claims: Claims,
  context: HostContext,
  issuer: string,
  origin: string,
): VerifiedMessage {
  const { sub, jti } = claims
  const nonce = typeof jti === 'string' ? jti : undefined
  const message = { subject: String(sub), nonce, claims, context, issuer, origin }
  return Object.freeze(withToken(message, token))
}

/** Adds a token to an object that people may print. */
export function withToken<T extends object>(target: T, token: string): T & { readonly token: string } {
  return Object.defineProperty(target, 'token', { value: token }) as T & { readonly token: string }
}

type Speaker = Pick<VerifiedMessage, 'issuer' | 'context'>

/** Whether two messages speak for the same issuer, tenant and user; a tenant id counts where both name one. */
export function isSamePerson(left: Speaker, right: Speaker): boolean {
  const [{ userId, tenantId }, other] = [left.context, right.context]
  return (
    left.issuer === right.issuer &&
    userId === other.userId &&
    (tenantId ?? other.tenantId) === (other.tenantId ?? tenantId)
  )
}

/** What makes a message itself: a hash of the signed bytes where it has no nonce. Never of the signature, which has several spellings. */
export async function messageIdentity({ issuer, subject, nonce, token }: VerifiedMessage): Promise<string> {
  return JSON.stringify([issuer, subject, nonce ?? (await digest(token.slice(0, token.lastIndexOf('.'))))])
}

async function digest(text: string): Promise<number[]> {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))]
}
