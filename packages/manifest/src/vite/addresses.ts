import type { Manifest } from '../manifest.js'

/** An address inside the folder of the manifest. */
export interface LocalAddress {
  /** Relative to the folder, percent-encoded as in the address, without query and hash. */
  readonly path: string
  /** Query and hash. */
  readonly rest: string
}

/** The location of a manifest: `url` if it is known, otherwise below Vite's `base`. */
export interface ManifestPlace {
  readonly url: URL | undefined
  readonly base: string
}

/** Returns an address relative to the folder of the manifest; `undefined` if the address is outside that folder. */
export function findLocal(address: string, { url, base }: ManifestPlace): LocalAddress | undefined {
  const manifest = url ?? new URL('manifest.json', assumedFolder(address, base))
  const folder = new URL('.', manifest)
  const resolved = URL.parse(address, manifest)
  if (resolved?.origin !== folder.origin || !resolved.pathname.startsWith(folder.pathname)) return undefined
  return { path: resolved.pathname.slice(folder.pathname.length), rest: resolved.search + resolved.hash }
}

/** Returns an address as it is published: absolute if the URL is known, otherwise relative to the manifest if it is in its folder. */
export function publishedAddress(address: string, place: ManifestPlace): string {
  if (place.url) return URL.parse(address, place.url)?.href ?? address
  const local = findLocal(address, place)
  return local ? relativeAddress(local) : address
}

/** Returns an address on a server that serves the manifest at `own`. */
export function servedAddress(address: string, place: ManifestPlace, own: string): string {
  const local = findLocal(address, place)
  return local ? new URL(relativeAddress(local), own).href : (URL.parse(address, own)?.href ?? address)
}

/** Returns the text of a manifest with mapped addresses, and without `$schema`. */
export function manifestText(manifest: Manifest, map: (address: string) => string): string {
  return `${JSON.stringify(withAddresses(manifest, map), null, 2)}\n`
}

function withAddresses(
  { $schema: _, ...manifest }: Manifest,
  map: (address: string) => string,
): Omit<Manifest, '$schema'> {
  const { thumbnail, lifecycle, apiAccess } = manifest
  return {
    ...manifest,
    ...(thumbnail !== undefined && { thumbnail: map(thumbnail) }),
    ...(lifecycle && { lifecycle: { ...lifecycle, url: map(lifecycle.url) } }),
    ...(apiAccess && { apiAccess: { ...apiAccess, url: map(apiAccess.url) } }),
    entryPoints: manifest.entryPoints.map((entryPoint) => ({
      ...entryPoint,
      url: map(entryPoint.url),
      ...(entryPoint.configUrl !== undefined && { configUrl: map(entryPoint.configUrl) }),
    })),
  }
}

/** A placeholder folder with a name that is not part of the address, so that no `../` leads out of it and back in. */
function assumedFolder(address: string, base: string): string {
  const isFromRoot = /^\s*[/\\]/.test(address)
  if (isFromRoot) return PLACEHOLDER_ORIGIN + (base.startsWith('/') ? base : '/')
  return `${PLACEHOLDER_ORIGIN}/${'_'.repeat(address.length + 1)}/`
}

/** A reserved domain (RFC 6761). */
const PLACEHOLDER_ORIGIN = 'http://manifest.invalid'

/** Adds `./` if the path could be read as a scheme or a host, or is empty. */
function relativeAddress({ path, rest }: LocalAddress): string {
  return (/^(?:[^/]*:|\/|$)/.test(path) ? `./${path}` : path) + rest
}
