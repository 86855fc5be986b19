import { parentOf } from './bottom-edge.js'

/** Browsers draw no frames for what nobody sees; then it goes by the clock. Milliseconds. */
const UNSEEN_FRAME = 250

/**
 * Calls `onFrame`, at most once a frame, after anything that may have moved the bottom edge of an element: it or its surroundings
 * changed size, the document changed, something was loaded, an animation ended.
 *
 * @param onOverlay Hears of overlays, while there is something to watch; those that are open already are asked for.
 * @returns The function that says which elements to watch from now on, which calls `onFrame` once by itself. None ends everything.
 */
export function createLayoutWatch(
  view: Window & typeof globalThis,
  onFrame: () => void,
  onOverlay: (event: Event) => void,
): (elements: readonly Element[]) => void {
  const { document } = view
  const sizes = new view.ResizeObserver(touch)
  const changes = new view.MutationObserver(() => {
    observeSizes()
    touch()
  })
  let watched: readonly Element[] = []
  let frame = 0
  let timer = 0

  function touch(): void {
    if (frame || !watched.length) return
    frame = view.requestAnimationFrame(run)
    timer = view.setTimeout(run, UNSEEN_FRAME)
  }

  function rest(): void {
    view.cancelAnimationFrame(frame)
    view.clearTimeout(timer)
    frame = 0
  }

  function run(): void {
    rest()
    // what is measured in motion is not where it ends
    for (const animation of document.getAnimations?.() ?? []) animation.addEventListener('finish', touch)
    onFrame()
  }

  function observeSizes(): void {
    sizes.disconnect()
    for (const element of watched) {
      for (let box: Element | null | undefined = element; box; box = parentOf(box)) {
        // in a parent of fixed height, elements are pushed by those beside them, and none but those changes its size
        for (const sibling of box.parentNode?.children ?? []) sizes.observe(sibling)
      }
    }
  }

  return (elements) => {
    const change = elements.length ? 'addEventListener' : 'removeEventListener'
    document[change]('load', touch, true)
    document[change]('haiilo-overlay', onOverlay)
    view[change]('resize', touch)
    const begins = !watched.length && elements.length
    watched = elements
    rest()
    changes.disconnect()
    observeSizes()
    if (elements.length)
      changes.observe(document, { attributes: true, characterData: true, childList: true, subtree: true })
    touch()
    if (begins) document.dispatchEvent(new view.Event('haiilo-overlays'))
  }
}
