/** The `detail` of the event `haiilo-overlay`. */
export interface OverlayReport {
  /** The element that covers a part of the page. */
  readonly element: Element
  /** Whether it is open now. */
  readonly open: boolean
}

/**
 * Reports that an element covers a part of the page, so that the code that sets the frame's height makes room for it. Fires
 * `haiilo-overlay` on the document, now and in response to each `haiilo-overlays` event. Call it when the element has its position.
 *
 * @returns Reports that the overlay is closed. You can call it more than once.
 */
export function reportOverlay(element: Element): () => void {
  // the element can move to another document, but the document that got the first report also gets the last one
  const page = element.ownerDocument
  const controller = new AbortController()

  function report(open: boolean): void {
    page.dispatchEvent(new CustomEvent<OverlayReport>('haiilo-overlay', { detail: { element, open } }))
  }

  page.addEventListener('haiilo-overlays', () => report(true), controller)
  report(true)
  return () => {
    if (controller.signal.aborted) return
    controller.abort()
    report(false)
  }
}
