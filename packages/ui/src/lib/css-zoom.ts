/** The effective CSS `zoom` of an element: window pixels per CSS pixel of the element. */
export function cssZoom(element: Element): number {
  return element.currentCSSZoom ?? 1
}
