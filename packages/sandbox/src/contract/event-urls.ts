import { backEndEvents, type BackEndEventName } from './back-end-entry.js'
import type { PluginState } from './plugin-state.js'

/**
 * Returns the URLs to which the host sends events, by event. `access_token` needs `apiAccess` in the manifest, and other events must be in
 * `lifecycle.events`. The host does not send the others, so they are missing.
 *
 * @returns An empty map if the plug-in has no back end.
 */
export function eventUrls({ manifest, manifestUrl }: PluginState): ReadonlyMap<BackEndEventName, string> {
  const { lifecycle, apiAccess } = (manifest ?? {}) as { readonly lifecycle?: unknown; readonly apiAccess?: unknown }
  const { url, events } = (lifecycle ?? {}) as { readonly url?: unknown; readonly events?: unknown }
  const listed: readonly unknown[] = Array.isArray(events) ? events : []
  const urls = new Map<BackEndEventName, string>()
  for (const event of backEndEvents) {
    const base =
      event === 'access_token'
        ? (apiAccess as { readonly url?: unknown } | undefined)?.url
        : listed.includes(event) && url
    const address = typeof base === 'string' ? appended(base, event, manifestUrl) : undefined
    if (address !== undefined) urls.set(event, address)
  }
  return urls
}

/** Appends the name like a host, without a slash. Returns `undefined` if the result is not an http or https URL. */
function appended(base: string, event: string, manifestUrl: string | undefined): string | undefined {
  const address = URL.parse(base + event, manifestUrl)
  return address && /^https?:$/.test(address.protocol) && address.href.endsWith(event) ? address.href : undefined
}
