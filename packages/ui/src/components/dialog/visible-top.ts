/** Timeout for pages that the browser does not render, such as hidden tabs and test pages, in milliseconds. */
const NO_FRAME_TIMEOUT = 250

/**
 * Finds the top of the visible part of a page, in CSS pixels from the top of the page. The frame of a plug-in may be much taller than the
 * window around it. Only an IntersectionObserver measures this across origins.
 *
 * @param onFound Called once, asynchronously.
 * @returns Stops the search.
 */
export function findVisibleTop(page: Document, onFound: (top: number) => void): () => void {
  const observer = globalThis.IntersectionObserver && new IntersectionObserver(found)
  const timer = setTimeout(found, observer ? NO_FRAME_TIMEOUT : 0, [])

  function stop(): void {
    observer?.disconnect()
    clearTimeout(timer)
  }

  function found([entry]: readonly IntersectionObserverEntry[]): void {
    stop()
    onFound((entry?.intersectionRect.top ?? 0) + scrollY)
  }

  observer?.observe(page.documentElement)
  return stop
}
