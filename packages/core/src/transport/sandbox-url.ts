import { isLoopback } from '../token/loopback.js'
import { parseSecureUrl } from '../token/secure-url.js'

/** The address of `haiilo-kit sandbox` without options. */
const DEFAULT_URL = 'http://home.localhost:4400/'

/**
 * Returns the address of the sandbox on this machine, for a page that is open outside of a host. During development, the page names it in
 * `<meta name="haiilo-sandbox">`.
 *
 * @param view The window of the page.
 * @returns `undefined` if the page or the address that it names is not on this machine.
 */
export function sandboxUrl({ document, location }: Window): string | undefined {
  const named = document.querySelector<HTMLMetaElement>('meta[name=haiilo-sandbox]')?.content
  const url = parseSecureUrl(named ?? DEFAULT_URL)
  return url && [url, location].every(({ hostname }) => isLoopback(hostname)) ? url.href : undefined
}
