import type { IncomingMessage } from 'node:http'
import { HttpError } from './json-messages.js'

/**
 * Refuses requests for another host than ours: a hostile page can give its own name the address of this machine (DNS rebinding).
 *
 * @returns `tenant` for the host of a tenant, `other` for another name of this machine.
 * @throws {HttpError} 403
 */
export function requireKnownHost({ headers }: IncomingMessage, tenants: readonly string[]): 'tenant' | 'other' {
  const name = (headers.host ?? '').replace(/:\d+$/, '')
  if (tenants.includes(name)) return 'tenant'
  if (['localhost', '127.0.0.1', '[::1]'].includes(name)) return 'other'
  throw new HttpError(403, 'This server answers only requests for localhost.')
}

/**
 * Refuses requests of pages of another origin, plug-ins in their frames included.
 *
 * @throws {HttpError} 403
 */
export function requireOwnPage({ headers }: IncomingMessage): void {
  const own = `http://${headers.host ?? ''}`
  const site = headers['sec-fetch-site']
  if ((headers.origin ?? own) !== own || (site !== undefined && site !== 'same-origin' && site !== 'none'))
    throw new HttpError(403, 'Only the page of the sandbox may send this request.')
}
