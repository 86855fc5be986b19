import { isLoopback } from '@haiilo-kit/core/token'
import type { Check, Report } from './check-rules.js'
import { at, isObjectPlace, type ManifestView, type Place } from './manifest-view.js'

/** Where the pages, the picture and the webhooks are. */
export const checkAddresses: Check = (manifest, report) => {
  for (const { place, kind, appended = [] } of addressesIn(manifest)) {
    const address = readAddress(place, manifest.url, report)
    if (!address) continue
    checkScheme(address, report)
    checkRoot(address, report)
    if (kind === 'page') checkSource(address, report)
    if (kind === 'webhook') checkEnd(address, appended, report)
  }
}

interface AddressPlace {
  readonly place: Place
  readonly kind: 'page' | 'picture' | 'webhook'
  /** What the host puts behind a webhook. */
  readonly appended?: readonly string[]
}

function addressesIn({ root, entryPoints }: ManifestView): readonly AddressPlace[] {
  const lifecycle = at(root, 'lifecycle')
  const apiAccess = at(root, 'apiAccess')
  return [
    { place: at(root, 'thumbnail'), kind: 'picture' },
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
  /** The manifest's own address, or a made-up one. */
  readonly base: URL
  readonly isBaseKnown: boolean
  /** Written with a slash at its beginning, which leads to the root of whatever origin the manifest is on. */
  readonly isFromRoot: boolean
}

function readAddress({ value, pointer }: Place, known: URL | undefined, report: Report): Address | undefined {
  if (typeof value !== 'string') return undefined
  const base = known ?? SOMEWHERE
  const url = URL.parse(value, base)
  if (!url) {
    report('url-invalid', pointer, 'This is no address. Write one relative to the manifest, such as "index.html".')
    return undefined
  }
  if (url.origin === base.origin && url.pathname === base.pathname) {
    report('url-invalid', pointer, 'This leads to the manifest itself. Write the address of the page, "index.html".')
    return undefined
  }
  return { pointer, url, base, isBaseKnown: known !== undefined, isFromRoot: isFromRoot(value) }
}

/** Where nothing lies (RFC 6761): relative addresses show by ending up there. */
const SOMEWHERE = new URL(`https://manifest.invalid/${'a/'.repeat(32)}manifest.json`)
/** As deep, so that `../` does not reach the root in either. */
const ELSEWHERE = new URL(`https://manifest.invalid/${'b/'.repeat(32)}manifest.json`)

/** What is relative to a folder differs between two folders, and what is absolute leaves the origin. */
function isFromRoot(value: string): boolean {
  const [here, there] = [URL.parse(value, SOMEWHERE), URL.parse(value, ELSEWHERE)]
  return here?.origin === SOMEWHERE.origin && here.pathname === there?.pathname
}

function checkScheme({ pointer, url, base }: Address, report: Report): void {
  const { protocol, hostname } = url
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) return
  if (protocol !== 'http:') report('url-not-https', pointer, 'Only an https address can be loaded here.')
  else if (url.origin === base.origin) report('url-not-https', pointer, MANIFEST_NOT_HTTPS)
  else report('url-not-https', pointer, 'Browsers load nothing by http into a page that came by https. Write https.')
}

function checkRoot({ pointer, url, base, isBaseKnown, isFromRoot }: Address, report: Report): void {
  if (!isFromRoot) return
  const { pathname: folder } = new URL('.', base)
  if (!isBaseKnown) report('url-root', pointer, `${FROM_ROOT} ${ROOT_UNKNOWN}`)
  else if (!url.pathname.startsWith(folder)) report('url-root', pointer, `${FROM_ROOT} Leave the first slash out.`)
}

function checkSource({ pointer, url }: Address, report: Report): void {
  if (url.searchParams.has('src')) report('url-source', pointer, SOURCE_TAKEN)
}

function checkEnd({ pointer, url }: Address, appended: readonly string[], report: Report): void {
  const name = lastSegment(url.pathname)
  if (appended.includes(name)) {
    report('url-event', pointer, `The host appends "${name}" by itself. End the address before it, with a slash.`)
  } else if (!url.pathname.endsWith('/') || url.search !== '' || url.hash !== '') {
    report('url-trailing-slash', pointer, NO_SLASH)
  }
}

function lastSegment(pathname: string): string {
  const path = pathname.endsWith('/') ? pathname.slice(0, -1) : pathname
  return path.slice(path.lastIndexOf('/') + 1)
}

const MANIFEST_NOT_HTTPS = 'The manifest itself is served by http, and so is this. Serve both over https.'
const FROM_ROOT =
  'An address with a slash at its beginning starts at the root of the origin, not in the folder of the manifest.'
const ROOT_UNKNOWN =
  'Leave the slash out. If it is right, tell where the manifest is served: `--url` on the command line, the option `url` elsewhere.'
const SOURCE_TAKEN = 'The host adds a query parameter `src` of its own. Give yours another name.'
const NO_SLASH = 'The host appends the name of the event to this address. Let the address end with a slash.'
