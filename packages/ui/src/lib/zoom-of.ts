/** Pixels of the window for one of the element's own: the CSS property `zoom` of it and of all that is around it. */
export function zoomOf(element: Element): number {
  return element.currentCSSZoom ?? 1
}
