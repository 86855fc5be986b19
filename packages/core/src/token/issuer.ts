import { TokenRejectedError, excerpt } from '../errors.js'
import { parseSecureUrl } from './secure-url.js'

/**
 * Parses the issuer of a token: an https origin, with or without a trailing slash. On loopback, http is accepted too.
 *
 * @throws {TokenRejectedError} `ERR_TOKEN_ISSUER` The issuer is anything else.
 */
export function parseIssuer(issuer: unknown): URL {
  const url = parseOrigin(issuer)
  if (!url)
    throw new TokenRejectedError('ERR_TOKEN_ISSUER', `The issuer "${excerpt(issuer)}" is not an https origin.`, 'iss')
  return url
}

/** Parses an https origin, or an http origin on loopback. Returns `undefined` for any other text. */
export function parseOrigin(text: unknown): URL | undefined {
  // the URL parser accepts backslashes, white space and user names; an origin has none of them
  return typeof text === 'string' && /^https?:\/\/[^\s\\/?#@]+\/?$/i.test(text) ? parseSecureUrl(text) : undefined
}
