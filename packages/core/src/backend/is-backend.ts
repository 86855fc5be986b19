import type { HaiiloHost } from '../connection/haiilo-host.js'
import { isLoopback } from '../token/loopback.js'

/** Tells whether a URL is on one of the back ends that may get the token: an origin in `backends`; https, or http of this very machine. */
export function isBackend({ backends }: Pick<HaiiloHost, 'backends'>, { hostname, origin, protocol }: URL): boolean {
  // the scheme counts by itself: `blob:` has the origin of the page that made it
  return backends.includes(origin) && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)))
}
