import type { ApiAccess, Lifecycle } from '@haiilo-kit/manifest'
import type { EventName } from '../lifecycle/events.js'

/** The part of a manifest that a back end reads. */
export interface BackendManifest {
  readonly lifecycle?: Lifecycle
  readonly apiAccess?: ApiAccess
}

/** What a path leads to. */
export type Route = { readonly type: 'event'; readonly event: EventName } | { readonly type: 'health' }

/** Any origin: only the paths of the manifest's URLs are used. */
const ORIGIN = 'https://manifest.invalid'

/**
 * Returns the paths of the back end. The host appends the name of the event to the URL in the manifest.
 *
 * @throws {TypeError} The manifest does not list `install` and `uninstall`, or two paths are equal.
 */
export function routesOf({ lifecycle, apiAccess }: BackendManifest, healthPath: string): ReadonlyMap<string, Route> {
  if (!lifecycle?.events.includes('install') || !lifecycle.events.includes('uninstall')) {
    throw new TypeError(
      'manifest: `lifecycle.events` must contain "install" and "uninstall". Without them, the back end never learns which tenants have installed the plug-in.',
    )
  }
  const paths: readonly (readonly [string, Route])[] = [
    ...lifecycle.events.map((event) => [pathOf(lifecycle.url, event), { type: 'event', event }] as const),
    ...(apiAccess ? [[pathOf(apiAccess.url, 'access_token'), { type: 'event', event: 'access_token' }] as const] : []),
    [healthPath, { type: 'health' }],
  ]
  const routes = new Map(paths)
  if (routes.size === paths.length) return routes
  throw new TypeError('manifest: two events have the same path, or one has the path of `healthPath`.')
}

/** @throws {TypeError} It is not a URL. */
function pathOf(url: string, name: string): string {
  if (!URL.canParse(url + name, ORIGIN))
    throw new TypeError('manifest: `lifecycle.url` or `apiAccess.url` is not a URL.')
  return new URL(url + name, ORIGIN).pathname
}
