import { parseUrl } from '../lib/parse-url.js'

/** The address of a page as it was written, and what it is relative to. */
export interface PageAddress {
  readonly address: string
  /** What it is relative to, innermost first: the manifest if it comes from one, then the page of the host. */
  readonly bases: readonly (string | undefined)[]
  readonly source: string
}

/**
 * The full address of a plug-in's page with its source id. A leading `/` means the root of the manifest's origin.
 *
 * @throws {TypeError} It is no http or https address.
 */
export function locatePage({ address, bases, source }: PageAddress): URL {
  const [page, ...inner] = [address, ...bases].filter((part) => part !== undefined).toReversed()
  const located = inner.reduce((base, part) => parsePage(part, base).href, page ?? '')
  const url = new URL(located)
  url.searchParams.set('src', source)
  return url
}

/** @throws {TypeError} It is an absolute address of another protocol than http and https. */
export function checkManifestUrl(manifestUrl: string | undefined): void {
  const url = manifestUrl === undefined ? undefined : parseUrl(manifestUrl)
  if (url) requireHttp(url, 'manifestUrl')
}

function parsePage(address: string, base: string): URL {
  const url = parseUrl(address, base)
  if (url) return requireHttp(url, 'embed')
  throw new TypeError('embed: this is no address. Give `url`, or mend `url` and `configUrl` in the manifest.')
}

function requireHttp(url: URL, option: string): URL {
  if (/^https?:$/.test(url.protocol)) return url
  throw new TypeError(`${option}: no page is loaded over “${url.protocol}”. Give an http or https address.`)
}
