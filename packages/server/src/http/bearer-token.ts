import { BackendError } from '../errors.js'

/**
 * Returns the token in the `Authorization` header. Tokens in the URL are not accepted, because URLs end up in logs.
 *
 * @throws {BackendError} `ERR_TOKEN_MISSING`, `ERR_TOKEN_AMBIGUOUS`
 */
export function bearerToken({ headers }: Request): string {
  const value = headers.get('authorization') ?? ''
  // several headers are joined with commas, which a token cannot contain
  if (value.includes(',')) {
    throw new BackendError('ERR_TOKEN_AMBIGUOUS', 'The request has several Authorization headers. Send one.')
  }
  const [, token] = /^Bearer +(\S+)$/i.exec(value.trim()) ?? []
  if (token !== undefined) return token
  throw new BackendError(
    'ERR_TOKEN_MISSING',
    'The request has no Authorization header with a Bearer token. Send it with haiiloFetch of @haiilo-kit/core.',
  )
}
