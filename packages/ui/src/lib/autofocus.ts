/**
 * Gives an element with `autofocus` the focus once it is drawn: in the HTML of a page, the browser looks for it before it is a component.
 * As in a native field, nothing else loses the focus, nor does the page around a frame of another origin.
 */
export function autofocus(element: HTMLElement): void {
  const { body, activeElement, defaultView: view } = element.ownerDocument
  const isOwnFrame = view && (view === view.top || view.frameElement)
  if (element.hasAttribute('autofocus') && isOwnFrame && activeElement === body) element.focus()
}
