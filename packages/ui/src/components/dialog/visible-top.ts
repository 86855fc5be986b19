/** Browsers draw no frames for what nobody sees, and fake pages none at all; then it goes by the clock. Milliseconds. */
const UNSEEN_FRAME = 250

/**
 * Finds where the part of a page begins that the person sees, in CSS pixels from its top. The frame of a plug-in may be much higher than
 * the window around it, which only an intersection tells: across origins, too.
 *
 * @param onFound Called once, later.
 * @returns Stops the search.
 */
export function findVisibleTop(page: Document, onFound: (top: number) => void): () => void {
  const observer = globalThis.IntersectionObserver && new IntersectionObserver(found)
  const timer = setTimeout(found, observer ? UNSEEN_FRAME : 0, [])

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
