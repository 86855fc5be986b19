/** What is told of an overlay, as the `detail` of the event `haiilo-overlay`. */
export interface OverlayReport {
  /** What lies over the page. */
  readonly element: Element
  /** Whether it is there now. */
  readonly open: boolean
}

/**
 * Tells the page that something lies over it, so that whoever keeps the frame's height makes room: the event `haiilo-overlay` on the
 * document, at once and whenever `haiilo-overlays` asks. Call it once the element is in its place.
 *
 * @returns Tells that it is gone; calling twice is fine.
 */
export function reportOverlay(element: Element): () => void {
  // the one that heard of it, wherever the element goes
  const page = element.ownerDocument
  const answers = new AbortController()

  function report(open: boolean): void {
    page.dispatchEvent(new CustomEvent<OverlayReport>('haiilo-overlay', { detail: { element, open } }))
  }

  page.addEventListener('haiilo-overlays', () => report(true), answers)
  report(true)
  return () => {
    if (answers.signal.aborted) return
    answers.abort()
    report(false)
  }
}
