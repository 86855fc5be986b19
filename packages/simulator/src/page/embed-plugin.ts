import type { PluginView } from '@haiilo-kit/core'
import { createFrame, type FrameOptions } from './sandboxed-frame.js'
import type { Instance } from '../host/instances.js'
import type { LoadedPage, PageOptions } from './page-session.js'
import type { EmbeddedPlugin } from '../host/simulated-host.js'

export interface EmbedPluginOptions extends Pick<FrameOptions, 'url' | 'sandbox' | 'height' | 'permissions'> {
  readonly instance: Instance
  readonly view: PluginView
  /** How long the frame may stay silent after a load, in milliseconds. */
  readonly timeout: number
  /** Begins a page: once a load. */
  readonly load: (page: Pick<PageOptions, 'embedded' | 'post' | 'onHeight'>) => LoadedPage
  readonly onDetach: () => void
}

/** Loads a plug-in into a frame, and a new page of it with every reload. */
export function embedPlugin(
  iframe: HTMLIFrameElement,
  { instance, view, timeout, load, onDetach, ...options }: EmbedPluginOptions,
): EmbeddedPlugin & { readonly view: PluginView } {
  let page: LoadedPage | undefined
  let detached = false
  let silence: ReturnType<typeof setTimeout> | undefined
  const frame = createFrame(iframe, {
    ...options,
    onMessage(data) {
      clearTimeout(silence)
      page?.receive(data)
    },
    onRefused(reason) {
      clearTimeout(silence)
      page?.note('refused', reason)
    },
  })

  function listenForSilence(): void {
    clearTimeout(silence)
    // a browser's longest
    silence = setTimeout(() => page?.note('silent', describeSilence(timeout)), Math.min(timeout, 2 ** 31 - 1))
  }
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
      listenForSilence()
    },
    detach() {
      detached = true
      clearTimeout(silence)
      frame.close()
      page?.close()
      onDetach()
    },
  }
  plugin.reload()
  return plugin
}

function describeSilence(timeout: number): string {
  return (
    `no message within ${timeout} ms. Usual causes: the page does not call createHaiiloHost; its server forbids frames ` +
    '(X-Frame-Options, frame-ancestors); in the opaque sandbox, CORS blocks its module scripts until the server sends ' +
    'Access-Control-Allow-Origin; the address does not answer. The console of the browser says which.'
  )
}
