import type { PluginView } from '@haiilo-kit/core'
import type { Instance } from '../host/instances.js'
import type { EmbeddedPlugin } from '../host/simulated-host.js'
import type { PageSession, PageSessionOptions } from './page-session.js'
import { createSandboxedFrame, type SandboxedFrameOptions } from './sandboxed-frame.js'

export interface EmbedPluginOptions extends Pick<
  SandboxedFrameOptions,
  'url' | 'sandbox' | 'wrapper' | 'height' | 'permissions'
> {
  readonly instance: Instance
  readonly view: PluginView
  /** How long the frame may be silent after a load, in milliseconds. */
  readonly timeout: number
  /** Opens the session of a page. Called on every load. */
  readonly open: (options: Pick<PageSessionOptions, 'embedded' | 'post' | 'onHeight'>) => PageSession
  readonly onDetach: () => void
}

/** Loads a plug-in into a frame. Every reload opens a new session. */
export function embedPlugin(
  iframe: HTMLIFrameElement,
  { instance, view, timeout, open, onDetach, ...options }: EmbedPluginOptions,
): EmbeddedPlugin & { readonly view: PluginView } {
  let session: PageSession | undefined
  let detached = false
  let silenceTimer: ReturnType<typeof setTimeout> | undefined
  const frame = createSandboxedFrame(iframe, {
    ...options,
    onMessage(data) {
      clearTimeout(silenceTimer)
      session?.receive(data)
    },
    onRefused(reason) {
      clearTimeout(silenceTimer)
      session?.record('refused', reason)
    },
  })

  function startSilenceTimer(): void {
    clearTimeout(silenceTimer)
    const wait = Math.min(timeout, LONGEST_TIMEOUT)
    silenceTimer = setTimeout(() => session?.record('silent', describeSilence(timeout)), wait)
  }

  const plugin = {
    source: instance.source,
    view,
    get height() {
      return instance.height
    },
    reload() {
      if (detached) return
      session?.close()
      session = open({ embedded: true, post: frame.post, onHeight: frame.setHeight })
      frame.load()
      startSilenceTimer()
    },
    detach() {
      detached = true
      clearTimeout(silenceTimer)
      frame.close()
      session?.close()
      onDetach()
    },
  }
  plugin.reload()
  return plugin
}

/** The longest timeout that browsers support, in milliseconds. */
const LONGEST_TIMEOUT = 2 ** 31 - 1

function describeSilence(timeout: number): string {
  return (
    `no message within ${timeout} ms. Common causes: the page does not call createHaiiloHost; its server forbids frames ` +
    '(X-Frame-Options, frame-ancestors); in the opaque sandbox, CORS blocks its module scripts until the server sends ' +
    'Access-Control-Allow-Origin; the server does not respond. See the console of the browser.'
  )
}
