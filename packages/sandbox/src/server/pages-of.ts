import type { PluginState } from '../contract/plugin-state.js'

/** The absolute addresses of all pages that a manifest names: of its entry points and their configuration views. */
export function pagesOf({ manifest, manifestUrl }: PluginState): ReadonlySet<string> {
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
