import { isLoopback } from '@haiilo-kit/core/token'
import { BackendError } from '../errors.js'

/**
 * Resolves a URL that a tenant names. It must be on the tenant's own origin. A signature does not make a URL harmless: the tenant chooses it,
 * and could name a server in our network.
 *
 * @throws {BackendError} `ERR_API_ADDRESS`
 */
export function tenantUrl(text: unknown, { base, issuer }: { readonly base?: URL; readonly issuer: string }): URL {
  const url = typeof text === 'string' && URL.canParse(text, base) ? new URL(text, base) : undefined
  const isOurs = url && url.origin === issuer && !url.username && !url.password
  if (isOurs && (url.protocol === 'https:' || isLoopback(url.hostname))) return url
  throw new BackendError('ERR_API_ADDRESS', 'The tenant names a URL for its API that is not on its own origin.')
}
