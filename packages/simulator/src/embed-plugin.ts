import type { PluginView } from '@haiilo-kit/core'
import { createFrame, type FrameOptions } from './frame.js'
import type { Instance } from './instances.js'
import type { LoadedPage, PageOptions } from './loaded-page.js'
import type { EmbeddedPlugin } from './simulated-host.js'

export interface EmbedPluginOptions extends Pick<FrameOptions, 'url' | 'sandbox' | 'height' | 'permissions'> {
  readonly instance: Instance
  readonly view: PluginView
  /** Begins a page: once a load. */
  readonly load: (page: Pick<PageOptions, 'embedded' | 'post' | 'onHeight'>) => LoadedPage
  readonly onDetach: () => void
}

/** Loads a plug-in into a frame, and a new page of it with every reload. */
export function embedPlugin(
  iframe: HTMLIFrameElement,
  { instance, view, load, onDetach, ...options }: EmbedPluginOptions,
): EmbeddedPlugin & { readonly view: PluginView } {
  let page: LoadedPage | undefined
  let detached = false
  const frame = createFrame(iframe, {
    ...options,
    onMessage: (data) => page?.receive(data),
    onRefused: (reason) => page?.refuse(reason),
  })
  const plugin = {
    source: instance.source,
    view,
    get height() {
      return instance.height
    },
    reload() {
      if (detached) return
      page?.close()
      page = load({ embedded: true, post: frame.post, onHeight: frame.setHeight })
      frame.load()
    },
    detach() {
      detached = true
      frame.close()
      page?.close()
      onDetach()
    },
  }
  plugin.reload()
  return plugin
}
