import { cssZoom } from './css-zoom.js'

/**
 * Keeps an element of the top layer directly below a control, with the same width. The control can move when the page or a shadow root
 * scrolls, or when content changes its size. No event covers all of these, so this checks the position once a frame.
 *
 * @returns Stops it.
 */
export function keepBelow(control: Element, overlay: HTMLElement): () => void {
  let frame = 0
  let last = ''

  function follow(): void {
    frame = requestAnimationFrame(follow)
    const { left, bottom, width } = control.getBoundingClientRect()
    const zoom = cssZoom(overlay)
    // absolute, not fixed: if the frame cannot grow, the person can scroll to the end of the overlay
    const position = {
      left: `${(left + scrollX) / zoom}px`,
      top: `${(bottom + scrollY) / zoom}px`,
      width: `${width / zoom}px`,
    }
    const next = Object.values(position).join()
    if (next !== last) Object.assign(overlay.style, position)
    last = next
  }

  follow()
  return () => cancelAnimationFrame(frame)
}
