/**
 * Focuses an element with `autofocus` after its first render, because the browser looks for `autofocus` before the element is defined. As with
 * native fields, this does nothing if another element has the focus, or in a frame of another origin.
 */
export function autofocus(element: HTMLElement): void {
  const { body, activeElement, defaultView: view } = element.ownerDocument
  const isOwnFrame = view && (view === view.top || view.frameElement)
  if (element.hasAttribute('autofocus') && isOwnFrame && activeElement === body) element.focus()
}
