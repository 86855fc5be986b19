import type { PluginState } from '../contract/plugin-state.js'
import { defaultSetup } from '../setup/default-setup.js'
import { setupFragment } from '../setup/setup-fragment.js'

/**
 * Returns the fragment of a set-up with one widget that shows a page of the plug-in. Returns an empty string if the page is not in the
 * manifest, or if the plug-in has only one entry point: then the sandbox shows it anyway, with the saved set-up.
 */
export function linkFragment(page: string, { manifest, manifestUrl }: PluginState): string {
  const { entryPoints } = (manifest ?? {}) as { readonly entryPoints?: unknown }
  if (!Array.isArray(entryPoints) || entryPoints.length < 2) return ''
  const shown = (entryPoints as unknown[]).find((entryPoint) => {
    const { url, configUrl } = (entryPoint ?? {}) as { readonly url?: unknown; readonly configUrl?: unknown }
    return [url, configUrl].some((address) => isSamePage(address, page, manifestUrl))
  })
  const { id } = (shown ?? {}) as { readonly id?: unknown }
  if (typeof id !== 'string') return ''
  return setupFragment({ ...defaultSetup, instances: [{ id: 'w1', entryPoint: id, columns: 6, config: {} }] })
}

/** Ignores query and hash: a host adds parameters to the address of a page. */
function isSamePage(address: unknown, page: string, base: string | undefined): boolean {
  return typeof address === 'string' && pathOf(address, base) === pathOf(page, undefined)
}

function pathOf(address: string, base: string | undefined): string | undefined {
  const url = URL.parse(address, base)
  return url ? url.origin + url.pathname.replace(/\/index\.html$/, '/') : undefined
}
