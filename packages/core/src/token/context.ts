import { TokenRejectedError } from '../errors.js'
import type { Claims } from '../protocol/subjects.js'
import { claimGroup } from './claims.js'

/** The verified user and tenant. */
export interface HostContext {
  readonly userId: string
  readonly tenantId?: string
  /** Only if the manifest requests it under `context`. */
  readonly userName?: string
  /** Only if the manifest requests it under `context`. */
  readonly userEmail?: string
  /** Only if the manifest requests it under `context`. A BCP 47 tag such as `de` or `en`. */
  readonly userLanguage?: string
  readonly [name: string]: unknown
}

/**
 * Reads user and tenant from the `ctx.` claims.
 *
 * @throws {TokenRejectedError} `ERR_TOKEN_CONTEXT` The user id is missing, or the tenant id is not a non-empty string.
 */
export function readContext(claims: Claims): HostContext {
  const context = claimGroup(claims, 'ctx')
  if (!hasUser(context))
    throw new TokenRejectedError('ERR_TOKEN_CONTEXT', 'The token has no user, or an invalid tenant.', 'ctx.userId')
  return context
}

function hasUser(context: Claims): context is HostContext {
  return isText(context['userId']) && (!('tenantId' in context) || isText(context['tenantId']))
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}
