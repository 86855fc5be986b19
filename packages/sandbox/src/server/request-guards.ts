import type { IncomingMessage } from 'node:http'
import { HOSTS } from '../contract/hosts.js'
import { HttpError } from './json.js'

/**
 * Refuses requests for unknown hosts, because a hostile page can point its own hostname to this machine (DNS rebinding).
 *
 * @returns `tenant` for the host of a tenant, `wrapper` for that of the wrapper page, `other` for `localhost` and loopback addresses.
 * @throws {HttpError} 403
 */
export function requireKnownHost({ headers }: IncomingMessage): 'tenant' | 'wrapper' | 'other' {
  const name = (headers.host ?? '').replace(/:\d+$/, '')
  if (name === HOSTS.first || name === HOSTS.second) return 'tenant'
  if (name === HOSTS.wrapper) return 'wrapper'
  if (['localhost', '127.0.0.1', '[::1]'].includes(name)) return 'other'
  throw new HttpError(403, 'This server answers only requests for localhost.')
}

/**
 * Refuses requests from pages of other origins, including plug-ins in frames.
 *
 * @throws {HttpError} 403
 */
export function requireSameOrigin({ headers }: IncomingMessage): void {
  const own = `http://${headers.host ?? ''}`
  const site = headers['sec-fetch-site']
  if ((headers.origin ?? own) !== own || (site !== undefined && site !== 'same-origin' && site !== 'none'))
    throw new HttpError(403, 'Only the page of the sandbox may send this request.')
}
