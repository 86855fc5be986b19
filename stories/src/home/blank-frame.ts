import { element } from './element.js'

/** A frame with an empty document of this origin. */
export interface BlankFrame {
  readonly frame: HTMLIFrameElement
  /** Leaves the document before it is filled, if it is not there yet. */
  readonly abandon: () => void
}

/**
 * An empty document in standards mode, which `about:blank` is not, so that a plug-in that runs in this very page still has a window, a
 * style sheet and a height of its own.
 *
 * @param fill Called with the element for the plug-in, once the document is there.
 */
export function createBlankFrame(title: string, styles: string, fill: (root: HTMLElement) => void): BlankFrame {
  const address = URL.createObjectURL(new Blob([BLANK_PAGE], { type: 'text/html' }))
  const frame = element('iframe', { title, src: address })
  let wanted = true
  frame.addEventListener(
    'load',
    () => {
      URL.revokeObjectURL(address)
      const inside = frame.contentDocument
      if (!wanted || !inside) return
      inside.title = title
      inside.head.append(inside.importNode(element('style', {}, styles), true))
      const root = inside.createElement('div')
      inside.body.append(root)
      fill(root)
    },
    { once: true },
  )
  return { frame, abandon: () => (wanted = false) }
}

const BLANK_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<style>body { margin: 0 }</style>
<title>Plug-in</title>
<body></body>
</html>`
