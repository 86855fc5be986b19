import type { IncomingMessage } from 'node:http'
import { HOSTS, type TenantName } from '../contract/hosts.js'
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
 * Returns the tenant that a request is sent to.
 *
 * @throws {HttpError} 403: the request is sent to another host of this server.
 */
export function requireTenant({ headers }: IncomingMessage): TenantName {
  const host = (headers.host ?? '').replace(/:\d+$/, '')
  const name = (['first', 'second'] as const).find((each) => HOSTS[each] === host)
  if (name) return name
  throw new HttpError(403, `Send this request to ${HOSTS.first} or ${HOSTS.second}.`)
}

/**
 * Refuses requests of browsers, so that no page can use what is made for servers.
 *
 * @throws {HttpError} 403
 */
export function requireServer({ headers }: IncomingMessage): void {
  if (headers.origin !== undefined || headers['sec-fetch-site'] !== undefined)
    throw new HttpError(403, 'Only a back end may send this request.')
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
