import type { PluginState } from '../contract/plugin-state.js'

/** The absolute URLs of all entry points and configuration views in a manifest. */
export function manifestPages({ manifest, manifestUrl }: PluginState): ReadonlySet<string> {
  const { entryPoints } = (manifest ?? {}) as { readonly entryPoints?: unknown }
  const pages = new Set<string>()
  for (const entryPoint of Array.isArray(entryPoints) ? (entryPoints as unknown[]) : []) {
    const { url, configUrl } = (entryPoint ?? {}) as { readonly url?: unknown; readonly configUrl?: unknown }
    for (const address of [url, configUrl]) {
      const page = typeof address === 'string' ? URL.parse(address, manifestUrl) : null
      if (page && /^https?:$/.test(page.protocol)) pages.add(page.href)
    }
  }
  return pages
}
