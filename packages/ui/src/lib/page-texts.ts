/** Mutations that can change the name or description of an element. */
export const NAMING: MutationObserverInit = {
  attributeFilter: ['aria-describedby', 'aria-label', 'aria-labelledby', 'for', 'id', 'title'],
  characterData: true,
  childList: true,
  subtree: true,
}

/** Returns the text of the elements whose ids an attribute lists. */
export function referencedText(element: Element, attribute: string): string {
  const ids = element.getAttribute(attribute)?.split(/\s+/) ?? []
  const root = element.getRootNode() as Partial<Document>
  return textOfElements(
    ids.map((id) => root.getElementById?.(id)),
    element,
  )
}

/** Returns the text of elements, without the text of the element that they name. */
export function textOfElements(elements: readonly (Element | null | undefined)[], named: Element): string {
  const texts = elements.map((element) => element && (element.ariaLabel || textOutside(element, named)))
  return texts.join(' ').replace(/\s+/g, ' ').trim()
}

function textOutside(node: Node, named: Element): string {
  if (node === named) return ''
  return node.nodeType === Node.TEXT_NODE
    ? String(node.nodeValue)
    : [...node.childNodes].map((child) => textOutside(child, named)).join('')
}
