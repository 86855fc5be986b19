import { takeEarly } from '../early/take-early.js'
import { HaiiloError } from '../errors.js'
import type { HostTransport } from './transport.js'

/** The sandbox that the kit brings along; named in the message that people read who open a plug-in by itself. */
const SANDBOX_URL = 'http://localhost:6006'

/**
 * Carries messages between this page and the window that embeds it, the way of every real plug-in.
 *
 * The parent is read once, here: what `window.parent` says later is not asked again, so that nothing on the page can put another
 * window in its place.
 *
 * @param view The window of the plug-in. Default: the global one.
 */
export function windowTransport(view: Window & typeof globalThis = window): HostTransport {
  const parent: Window | null = view.parent

  function attached(): Window {
    if (view.parent && parent) return parent
    throw new HaiiloError('ERR_CONNECTION_CLOSED', 'This frame was taken out of its page.')
  }

  return {
    hint: view.location.ancestorOrigins?.[0],
    listen({ message, restored }) {
      if (attached() === view) {
        throw new HaiiloError(
          'ERR_NOT_EMBEDDED',
          `No host embeds this page: it was opened by itself. Open it inside Haiilo Home, or in the sandbox at ${SANDBOX_URL}.`,
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
    takeEarly: (source) => (parent ? takeEarly(view, parent, source) : undefined),
  }
}
