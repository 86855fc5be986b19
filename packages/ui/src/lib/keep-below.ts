import { cssZoom } from './css-zoom.js'

/**
 * Keeps an element of the top layer right below a control and as wide as it, wherever the control goes: by scrolling, in the page or in
 * somebody's shadow root, by resizing, by text that comes late. No event tells of all of these, so it looks once a frame.
 *
 * @returns Ends it.
 */
export function keepBelow(control: Element, overlay: HTMLElement): () => void {
  let frame = 0
  let last = ''

  function follow(): void {
    frame = requestAnimationFrame(follow)
    const { left, bottom, width } = control.getBoundingClientRect()
    const zoom = cssZoom(overlay)
    // absolute, not fixed: where the frame does not grow, the page can be scrolled to the end of it
    const spot = {
      left: `${(left + scrollX) / zoom}px`,
      top: `${(bottom + scrollY) / zoom}px`,
      width: `${width / zoom}px`,
    }
    const next = Object.values(spot).join()
    if (next !== last) Object.assign(overlay.style, spot)
    last = next
  }

  follow()
  return () => cancelAnimationFrame(frame)
}
