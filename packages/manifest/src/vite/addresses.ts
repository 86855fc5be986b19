import type { Manifest } from '../manifest.js'

/** An address that lies in the folder of the manifest. */
export interface LocalAddress {
  /** Below the folder, as it stands in the address: percent-encoded, without query and hash. */
  readonly path: string
  /** Query and hash. */
  readonly rest: string
}

/** Where a manifest lies, as far as is known: at `url`, or else below `base`, as Vite has it. */
export interface ManifestPlace {
  readonly url: URL | undefined
  readonly base: string
}

/** What of an address is below the folder that the manifest lies in; `undefined` for everything elsewhere. */
export function findLocal(address: string, { url, base }: ManifestPlace): LocalAddress | undefined {
  const manifest = url ?? new URL('manifest.json', assumedFolder(address, base))
  const folder = new URL('.', manifest)
  const resolved = URL.parse(address, manifest)
  if (resolved?.origin !== folder.origin || !resolved.pathname.startsWith(folder.pathname)) return undefined
  return { path: resolved.pathname.slice(folder.pathname.length), rest: resolved.search + resolved.hash }
}

/** The addresses as they are published: absolute if it is known where, else relative to the manifest if they lie in its folder. */
export function publishedAddress(address: string, place: ManifestPlace): string {
  if (place.url) return URL.parse(address, place.url)?.href ?? address
  const local = findLocal(address, place)
  return local ? relativeAddress(local) : address
}

/** The address on a server that has the folder of the manifest at `own`. */
export function servedAddress(address: string, place: ManifestPlace, own: string): string {
  const local = findLocal(address, place)
  return local ? new URL(relativeAddress(local), own).href : (URL.parse(address, own)?.href ?? address)
}

/** The text of a manifest with other addresses, and without what is for editors only. */
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

/** A folder somewhere, of a name that is not in the address: no `../` leads out of it and in again. */
function assumedFolder(address: string, base: string): string {
  const isFromRoot = /^\s*[/\\]/.test(address)
  if (isFromRoot) return PLACEHOLDER_ORIGIN + (base.startsWith('/') ? base : '/')
  return `${PLACEHOLDER_ORIGIN}/${'_'.repeat(address.length + 1)}/`
}

/** No name ends so. */
const PLACEHOLDER_ORIGIN = 'http://manifest.invalid'

/** Such that the path is taken neither for a scheme nor for a host, and is never empty. */
function relativeAddress({ path, rest }: LocalAddress): string {
  return (/^(?:[^/]*:|\/|$)/.test(path) ? `./${path}` : path) + rest
}
