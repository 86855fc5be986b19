import { isLoopback } from '@haiilo-kit/core/token'
import type { Check, Report } from './rule-check.js'
import { at, isObjectPlace, type ManifestView, type Place } from './manifest-view.js'

/** Checks the addresses of pages, the thumbnail and webhooks. */
export const checkAddresses: Check = (manifest, report) => {
  for (const { place, kind, appended = [] } of addressesIn(manifest)) {
    const address = readAddress(place, manifest.url, report)
    if (!address) continue
    checkScheme(address, report)
    checkRootRelative(address, report)
    if (kind === 'page') checkSrcParameter(address, report)
    if (kind === 'webhook') checkEnd(address, appended, report)
  }
}

interface AddressPlace {
  readonly place: Place
  readonly kind: 'page' | 'thumbnail' | 'webhook'
  /** The names that the host appends to the address of a webhook. */
  readonly appended?: readonly string[]
}

function addressesIn({ root, entryPoints }: ManifestView): readonly AddressPlace[] {
  const lifecycle = at(root, 'lifecycle')
  const apiAccess = at(root, 'apiAccess')
  return [
    { place: at(root, 'thumbnail'), kind: 'thumbnail' },
    ...(isObjectPlace(lifecycle) ? [webhook(at(lifecycle, 'url'), LIFECYCLE_EVENTS)] : []),
    ...(isObjectPlace(apiAccess) ? [webhook(at(apiAccess, 'url'), ['access_token'])] : []),
    ...entryPoints.flatMap((entryPoint) => [page(at(entryPoint, 'url')), page(at(entryPoint, 'configUrl'))]),
  ]
}

function page(place: Place): AddressPlace {
  return { place, kind: 'page' }
}

function webhook(place: Place, appended: readonly string[]): AddressPlace {
  return { place, kind: 'webhook', appended }
}

const LIFECYCLE_EVENTS = ['install', 'uninstall', 'instance_add', 'instance_remove']

interface Address {
  readonly pointer: string
  readonly url: URL
  /** The address of the manifest, or a placeholder. */
  readonly base: URL
  readonly isBaseKnown: boolean
  /** Starts with a slash, so it resolves against the root of the origin. */
  readonly isFromRoot: boolean
}

function readAddress({ value, pointer }: Place, known: URL | undefined, report: Report): Address | undefined {
  if (typeof value !== 'string') return undefined
  const base = known ?? UNKNOWN_BASE
  const url = URL.parse(value, base)
  if (!url) {
    report(
      'url-invalid',
      pointer,
      'This is not a valid address. Write one relative to the manifest, such as "index.html".',
    )
    return undefined
  }
  if (url.origin === base.origin && url.pathname === base.pathname) {
    report(
      'url-invalid',
      pointer,
      'This address leads to the manifest itself. Write the address of the page, such as "index.html".',
    )
    return undefined
  }
  return { pointer, url, base, isBaseKnown: known !== undefined, isFromRoot: isFromRoot(value) }
}

/** A base on a reserved domain (RFC 6761), used when the address of the manifest is unknown. */
const UNKNOWN_BASE = new URL(`https://manifest.invalid/${'a/'.repeat(32)}manifest.json`)
/** Another folder of the same depth. Both are so deep that `../` does not reach the root. */
const OTHER_UNKNOWN_BASE = new URL(`https://manifest.invalid/${'b/'.repeat(32)}manifest.json`)

/** An address relative to a folder resolves to different paths in two folders. An absolute address leaves the placeholder origin. */
function isFromRoot(value: string): boolean {
  const [here, there] = [URL.parse(value, UNKNOWN_BASE), URL.parse(value, OTHER_UNKNOWN_BASE)]
  return here?.origin === UNKNOWN_BASE.origin && here.pathname === there?.pathname
}

function checkScheme({ pointer, url, base }: Address, report: Report): void {
  const { protocol, hostname } = url
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) return
  if (protocol !== 'http:') report('url-not-https', pointer, 'Only https addresses can be loaded here. Use https.')
  else if (url.origin === base.origin) report('url-not-https', pointer, MANIFEST_NOT_HTTPS)
  else report('url-not-https', pointer, 'Browsers do not load http addresses into an https page. Use https.')
}

function checkRootRelative({ pointer, url, base, isBaseKnown, isFromRoot }: Address, report: Report): void {
  if (!isFromRoot) return
  const { pathname: folder } = new URL('.', base)
  if (!isBaseKnown) report('url-root-relative', pointer, `${FROM_ROOT} ${ROOT_UNKNOWN}`)
  else if (!url.pathname.startsWith(folder))
    report('url-root-relative', pointer, `${FROM_ROOT} Remove the first slash.`)
}

function checkSrcParameter({ pointer, url }: Address, report: Report): void {
  if (url.searchParams.has('src')) report('url-src-parameter', pointer, SRC_IN_USE)
}

function checkEnd({ pointer, url }: Address, appended: readonly string[], report: Report): void {
  const name = lastSegment(url.pathname)
  if (appended.includes(name)) {
    report(
      'url-ends-with-event',
      pointer,
      `The host appends "${name}" itself. Remove it, and end the address with a slash.`,
    )
  } else if (!url.pathname.endsWith('/') || url.search !== '' || url.hash !== '') {
    report('url-trailing-slash', pointer, NO_SLASH)
  }
}

function lastSegment(pathname: string): string {
  const path = pathname.endsWith('/') ? pathname.slice(0, -1) : pathname
  return path.slice(path.lastIndexOf('/') + 1)
}

const MANIFEST_NOT_HTTPS = 'The manifest is served over http, so this relative address is, too. Serve both over https.'
const FROM_ROOT =
  'An address that starts with a slash is resolved against the root of the origin, not the folder of the manifest.'
const ROOT_UNKNOWN =
  'Remove the slash. If it is correct, set the address of the manifest: `--url` on the command line, the option `url` elsewhere.'
const SRC_IN_USE = 'The host adds its own query parameter `src`. Rename yours.'
const NO_SLASH = 'The host appends the name of the event to this address. End the address with a slash.'
