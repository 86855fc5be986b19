import type { Claims } from '../protocol/subjects.js'
import type { HostContext } from '../token/context.js'
import type { VerifiedMessage } from './haiilo-host.js'

/** The message that the application gets. Frozen. Its token is readable but not enumerable, so that it does not end up in logs. */
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

/** Adds a token as a property that is not enumerable. */
export function withToken<T extends object>(target: T, token: string): T & { readonly token: string } {
  return Object.defineProperty(target, 'token', { value: token }) as T & { readonly token: string }
}

type Identity = Pick<VerifiedMessage, 'issuer' | 'context'>

/** Whether two messages have the same issuer, user and tenant. Tenant ids are compared only if both messages have one. */
export function isSameIdentity(left: Identity, right: Identity): boolean {
  const [{ userId, tenantId }, other] = [left.context, right.context]
  return (
    left.issuer === right.issuer &&
    userId === other.userId &&
    (tenantId ?? other.tenantId) === (other.tenantId ?? tenantId)
  )
}
