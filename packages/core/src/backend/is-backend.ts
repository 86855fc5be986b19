import type { HaiiloHost } from '../connection/haiilo-host.js'
import { isSecureUrl } from '../token/secure-url.js'

/** Whether a URL may get the token: its origin is listed in `backends`, and it uses https, or http on the local machine. */
export function isBackend({ backends }: Pick<HaiiloHost, 'backends'>, url: URL): boolean {
  // check the scheme too: a `blob:` URL has the origin of the page that created it
  return backends.includes(url.origin) && isSecureUrl(url)
}
