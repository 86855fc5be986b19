import { parseUrl } from '../lib/parse-url.js'

/** The address of a plug-in page as it was written, and its base addresses. */
export interface PageAddress {
  readonly address: string
  /** Base addresses from the innermost to the outermost: the manifest, if the address comes from one, then the page of the host. */
  readonly bases: readonly (string | undefined)[]
  readonly source: string
}

/**
 * Resolves the URL of a plug-in page and adds its source id. An address with a leading `/` is relative to the origin of the manifest.
 *
 * @throws {TypeError} It is not an http or https URL.
 */
export function resolvePageUrl({ address, bases, source }: PageAddress): URL {
  const [page, ...inner] = [address, ...bases].filter((part) => part !== undefined).toReversed()
  const resolved = inner.reduce((base, part) => parsePage(part, base).href, page ?? '')
  const url = new URL(resolved)
  url.searchParams.set('src', source)
  return url
}

/** @throws {TypeError} It is an absolute URL with another protocol than http or https. */
export function checkManifestUrl(manifestUrl: string | undefined): void {
  const url = manifestUrl === undefined ? undefined : parseUrl(manifestUrl)
  if (url) requireHttp(url, 'manifestUrl')
}

function parsePage(address: string, base: string): URL {
  const url = parseUrl(address, base)
  if (url) return requireHttp(url, 'embed')
  throw new TypeError('embed: the URL is not valid. Pass `url`, or correct `url` and `configUrl` in the manifest.')
}

function requireHttp(url: URL, option: string): URL {
  if (/^https?:$/.test(url.protocol)) return url
  throw new TypeError(`${option}: the protocol “${url.protocol}” is not supported. Use an http or https URL.`)
}
