/** What a frame is shown as. */
export interface FrameOptions {
  /** Address to load, source id included. */
  readonly url: URL
  readonly sandbox: 'same-origin' | 'opaque'
  /** Height that the manifest names: CSS pixels, or a ratio such as `16:9`. */
  readonly height: number | string | undefined
  /** Features that the manifest asks for. Without a manifest the frame keeps its own `allow`. */
  readonly permissions: readonly string[] | undefined
  readonly onMessage: (data: unknown) => void
  /** A message of the frame that a host does not take, and why. */
  readonly onRefused: (reason: string) => void
}

/** A frame as the real host keeps one. */
export interface Frame {
  /** Loads the page, again if it is loaded. */
  readonly load: () => void
  readonly post: (data: unknown) => void
  /** Gives the frame its exact height in CSS pixels, and takes its scroll bars. */
  readonly setHeight: (height: number) => void
  readonly close: () => void
}

/**
 * Sandboxes a frame as the real host does, and listens to its window and to no other.
 *
 * Until a height is known the frame is 16:9 and scrolls.
 */
export function createFrame(
  frame: HTMLIFrameElement,
  { url, sandbox, height, permissions, onMessage, onRefused }: FrameOptions,
): Frame {
  const view = frame.ownerDocument.defaultView
  const opaque = sandbox === 'opaque'
  const origin = opaque ? 'null' : url.origin

  frame.setAttribute(
    'sandbox',
    `allow-scripts allow-forms allow-popups allow-downloads${opaque ? '' : ' allow-same-origin'}`,
  )
  if (permissions?.length) frame.allow = permissions.join('; ')
  else if (permissions) frame.removeAttribute('allow')
  frame.referrerPolicy = 'strict-origin'
  // a height is that of the content, whatever border the page gives its frames
  frame.style.boxSizing = 'content-box'
  view?.addEventListener('message', receive)

  function receive(event: MessageEvent<unknown>): void {
    if (event.source === null || event.source !== frame.contentWindow) return
    if (event.origin !== origin) return onRefused(`sent from ${event.origin}, but this page lives on ${origin}`)
    onMessage(event.data)
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
      if (frame.src === url.href) return reinsert(frame)
      frame.src = url.href
    },
    // an opaque origin cannot be named
    post: (data) => frame.contentWindow?.postMessage(data, origin === 'null' ? '*' : origin),
    setHeight,
    close: () => view?.removeEventListener('message', receive),
  }
}

/** Loads a page anew, also one whose address has a fragment: setting the same `src` would only scroll to it. */
function reinsert(frame: HTMLIFrameElement): void {
  const { parentNode, nextSibling } = frame
  frame.remove()
  parentNode?.insertBefore(frame, nextSibling)
}
