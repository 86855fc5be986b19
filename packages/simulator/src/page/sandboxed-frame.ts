import { isReady, type LoadMessage } from './wrapper-page.js'

/** How a frame is set up. */
export interface SandboxedFrameOptions {
  /** The URL to load, with the source id. */
  readonly url: URL
  readonly sandbox: 'same-origin' | 'opaque'
  /** URL of the wrapper page between this page and the plug-in. */
  readonly wrapper: URL | undefined
  /** The height in the manifest: CSS pixels, or a ratio such as `16:9`. */
  readonly height: number | string | undefined
  /** The permissions in the manifest. `undefined` if there is no manifest: the frame then keeps its own `allow`. */
  readonly permissions: readonly string[] | undefined
  readonly onMessage: (data: unknown) => void
  /** Called with the reason when a message of the frame is refused. */
  readonly onRefused: (reason: string) => void
}

/** A frame that is set up like one of the real host. */
export interface SandboxedFrame {
  /** Loads or reloads the page. */
  readonly load: () => void
  readonly post: (data: unknown) => void
  /** Sets the exact height in CSS pixels and removes the scroll bars. */
  readonly setHeight: (height: number) => void
  readonly close: () => void
}

/**
 * Sandboxes a frame like the real host, and listens to messages of its window only.
 *
 * Until a height is known, the frame is 16:9 and scrolls. With a wrapper page, the frame contains that page, which sandboxes the plug-in.
 */
export function createSandboxedFrame(
  frame: HTMLIFrameElement,
  { url, sandbox, wrapper, height, permissions, onMessage, onRefused }: SandboxedFrameOptions,
): SandboxedFrame {
  const view = frame.ownerDocument.defaultView
  const opaque = sandbox === 'opaque'
  const pluginOrigin = opaque ? 'null' : url.origin
  const flags = `allow-scripts allow-forms allow-popups allow-downloads${opaque ? '' : ' allow-same-origin'}`
  const { href, origin } = wrapper ?? { href: url.href, origin: pluginOrigin }

  if (wrapper) frame.removeAttribute('sandbox')
  else frame.setAttribute('sandbox', flags)
  if (permissions?.length) frame.allow = permissions.join('; ')
  else if (permissions) frame.removeAttribute('allow')
  frame.referrerPolicy = 'strict-origin'
  // the height is that of the content, without the border that the page may give its frames
  frame.style.boxSizing = 'content-box'
  view?.addEventListener('message', receive)

  function receive(event: MessageEvent<unknown>): void {
    if (event.source === null || event.source !== frame.contentWindow) return
    if (event.origin !== origin) return onRefused(`sent from ${event.origin}, but the origin of this page is ${origin}`)
    if (wrapper && isReady(event.data)) loadInWrapper()
    else onMessage(event.data)
  }

  function loadInWrapper(): void {
    const message: LoadMessage = {
      type: 'haiilo-kit.wrapper.load',
      url: url.href,
      origin: pluginOrigin,
      sandbox: flags,
      allow: frame.allow,
    }
    post(message)
  }

  function post(data: unknown): void {
    // an opaque origin cannot be a target origin
    frame.contentWindow?.postMessage(data, origin === 'null' ? '*' : origin)
  }

  function setHeight(pixels: number): void {
    Object.assign(frame.style, { aspectRatio: 'auto', height: `${pixels}px` })
    frame.setAttribute('scrolling', 'no')
  }

  function setRatio(ratio: string): void {
    Object.assign(frame.style, { aspectRatio: ratio, height: 'auto' })
  }

  function resetHeight(): void {
    if (typeof height === 'number') return setHeight(height)
    setRatio((height ?? '16:9').replace(':', ' / '))
    frame.setAttribute('scrolling', height ? 'no' : 'auto')
  }

  return {
    load() {
      resetHeight()
      if (frame.src === href) return reinsert(frame)
      frame.src = href
    },
    post,
    setHeight,
    close: () => view?.removeEventListener('message', receive),
  }
}

/** Reloads the page. If the URL has a fragment, setting the same `src` again would only scroll. */
function reinsert(frame: HTMLIFrameElement): void {
  const { parentNode, nextSibling } = frame
  frame.remove()
  parentNode?.insertBefore(frame, nextSibling)
}
