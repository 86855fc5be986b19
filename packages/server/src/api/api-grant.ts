import type { Claims } from '@haiilo-kit/core/token'
import { BackendError } from '../errors.js'
import { fingerprint } from '../lib/fingerprint.js'
import { tenantUrl } from './tenant-url.js'

/** A request that asks the host to send `access_token` again. */
export interface Trigger {
  readonly url: string
  readonly method: string
  /** JSON, or the text that the host sent. */
  readonly body?: string
}

/** What the host sends so that a back end can use its API. */
export interface ApiGrant {
  readonly baseUrl: string
  readonly tokenEndpoint: string
  readonly clientId: string
  readonly clientSecret: string
  readonly code: string
  /** Identifies the code, so that it is not redeemed twice. */
  readonly codeHash: string
  readonly trigger?: Trigger
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH']

/**
 * Reads the payload of `access_token`. The host documents the name `client`, and its schema uses `client_credentials`. Both are accepted.
 *
 * @throws {BackendError} `ERR_EVENT_CLAIMS`, `ERR_API_ADDRESS`
 */
export async function readGrant(claims: Claims, issuer: string): Promise<ApiGrant> {
  const client = claims['client'] ?? claims['client_credentials']
  if (!isRecord(client)) throw incomplete('client')
  const base = tenantUrl(claims['base_url'], { issuer })
  const code = textOf(client, 'authorization_code')
  const trigger = client['trigger_event'] ?? claims['trigger_event']
  return {
    baseUrl: base.href,
    tokenEndpoint: tenantUrl(client['token_endpoint_url'], { base: asFolder(base), issuer }).href,
    clientId: textOf(client, 'client_id'),
    clientSecret: textOf(client, 'client_secret'),
    code,
    codeHash: await fingerprint(code),
    ...(isRecord(trigger) && { trigger: readTrigger(trigger, asFolder(base), issuer) }),
  }
}

/** Adds a slash to the path of a base URL. Without it, a relative URL would replace the last segment of the path. */
export function asFolder(base: URL): URL {
  return new URL(`${base.pathname.replace(/\/$/, '')}/`, base)
}

function readTrigger(trigger: Claims, base: URL, issuer: string): Trigger {
  const { method = 'POST', body } = trigger
  if (typeof method !== 'string' || !METHODS.includes(method.toUpperCase())) throw incomplete('trigger_event')
  return {
    url: tenantUrl(trigger['url'], { base, issuer }).href,
    method: method.toUpperCase(),
    ...(body !== undefined && body !== null && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  }
}

function textOf(record: Claims, name: string): string {
  const value = record[name]
  if (typeof value === 'string' && value !== '') return value
  throw incomplete(name)
}

function incomplete(name: string): BackendError {
  return new BackendError('ERR_EVENT_CLAIMS', `The event has no valid "${name}".`)
}

function isRecord(value: unknown): value is Claims {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
