import { element } from './element.js'

/** A frame with an empty document of this origin. */
export interface BlankFrame {
  readonly frame: HTMLIFrameElement
  /** If the document is not loaded yet, `fill` is not called. */
  readonly cancel: () => void
}

/**
 * Creates a frame with an empty document, so that a plug-in in this page has its own window, style sheet and height. The document is in
 * standards mode; `about:blank` is not.
 *
 * @param fill Called with the element for the plug-in when the document is loaded.
 */
export function createBlankFrame(title: string, styles: string, fill: (root: HTMLElement) => void): BlankFrame {
  const address = URL.createObjectURL(new Blob([BLANK_PAGE], { type: 'text/html' }))
  const frame = element('iframe', { title, src: address })
  let cancelled = false
  frame.addEventListener(
    'load',
    () => {
      URL.revokeObjectURL(address)
      const inside = frame.contentDocument
      if (cancelled || !inside) return
      inside.title = title
      inside.head.append(inside.importNode(element('style', {}, styles), true))
      const root = inside.createElement('div')
      inside.body.append(root)
      fill(root)
    },
    { once: true },
  )
  return { frame, cancel: () => (cancelled = true) }
}

const BLANK_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<style>body { margin: 0 }</style>
<title>Plug-in</title>
<body></body>
</html>`
