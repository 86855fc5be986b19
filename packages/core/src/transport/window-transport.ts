import { takeEarlyHandshake } from '../early/take-early-handshake.js'
import { HaiiloError } from '../errors.js'
import { sandboxUrl } from './sandbox-url.js'
import type { HostTransport } from './transport.js'

/**
 * Creates a transport between this page and the window that embeds it. This is the default transport.
 *
 * `window.parent` is read once, here, so that no script on the page can replace it later.
 *
 * @param view The window of the plug-in. Default: the global one.
 */
export function windowTransport(view: Window & typeof globalThis = window): HostTransport {
  const parent: Window | null = view.parent

  function attached(): Window {
    if (view.parent && parent) return parent
    throw new HaiiloError('ERR_CONNECTION_CLOSED', 'The frame of this page was detached.')
  }

  return {
    hint: view.location.ancestorOrigins?.[0],
    listen({ message, restored }) {
      if (attached() === view) {
        const sandbox = sandboxUrl(view)
        throw new HaiiloError(
          'ERR_NOT_EMBEDDED',
          `No page embeds this one. Open this page inside Haiilo Home${sandbox ? ` or the sandbox at ${sandbox}` : ''}.`,
        )
      }
      const onMessage = (event: MessageEvent<unknown>): void => {
        // every frame on the page can post to this window; only the parent is our host
        message({ data: event.data, origin: event.origin, fromHost: event.source === parent })
      }
      const onPageShow = (event: PageTransitionEvent): void => {
        if (event.persisted) restored()
      }
      view.addEventListener('message', onMessage)
      view.addEventListener('pageshow', onPageShow)
      return () => {
        view.removeEventListener('message', onMessage)
        view.removeEventListener('pageshow', onPageShow)
      }
    },
    post(message, targetOrigin) {
      attached().postMessage(message, targetOrigin)
    },
    takeEarly: (source) => (parent ? takeEarlyHandshake(view, parent, source) : undefined),
  }
}
