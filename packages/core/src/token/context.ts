import { TokenRejectedError } from '../errors.js'
import type { Claims } from '../protocol/subjects.js'
import { claimGroup } from './claims.js'

/** What the host tells of the person and the tenant, and nothing that was not verified. */
export interface HostContext {
  readonly userId: string
  readonly tenantId?: string
  /** Only if the manifest asks for it under `context`. */
  readonly userName?: string
  /** Only if the manifest asks for it under `context`. */
  readonly userEmail?: string
  /** Only if the manifest asks for it under `context`; a BCP 47 tag such as `de` or `en`. */
  readonly userLanguage?: string
  readonly [name: string]: unknown
}

/**
 * For whom a verified token speaks: its `ctx.` claims under their own names.
 *
 * @throws {TokenRejectedError} `ERR_TOKEN_CONTEXT` it names no user, or a tenant that is no text.
 */
export function readContext(claims: Claims): HostContext {
  const context = claimGroup(claims, 'ctx')
  if (!hasUser(context)) throw new TokenRejectedError('ERR_TOKEN_CONTEXT', 'The token names no user.', 'ctx.userId')
  return context
}

function hasUser(context: Claims): context is HostContext {
  return isText(context['userId']) && (!('tenantId' in context) || isText(context['tenantId']))
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}
