import { parseUrl } from '../lib/parse-url.js'
import { TokenRejectedError, excerpt } from '../errors.js'
import { isLoopback } from './loopback.js'

/**
 * The issuer of a token as a parsed URL: an https origin, with or without a final slash; plain http on loopback only.
 *
 * @throws {TokenRejectedError} `ERR_TOKEN_ISSUER` it is anything else.
 */
export function parseIssuer(issuer: unknown): URL {
  const url = parseOrigin(issuer)
  if (!url)
    throw new TokenRejectedError('ERR_TOKEN_ISSUER', `The issuer "${excerpt(issuer)}" is not an https origin.`, 'iss')
  return url
}

/** An origin as a parsed URL, or `undefined` for anything that is more or less than an https (on loopback http) origin. */
export function parseOrigin(text: unknown): URL | undefined {
  // the URL parser forgives backslashes, white space and user names; an origin has none of them
  if (typeof text !== 'string' || !/^https?:\/\/[^\s\\/?#@]+\/?$/i.test(text)) return undefined
  const url = parseUrl(text)
  return url && (url.protocol === 'https:' || isLoopback(url.hostname)) ? url : undefined
}
