/** Mutations that can change the name or description of an element. */
export const NAMING: MutationObserverInit = {
  attributeFilter: ['aria-describedby', 'aria-label', 'aria-labelledby', 'for', 'id', 'title'],
  characterData: true,
  childList: true,
  subtree: true,
}

/** Returns the text of the elements that an attribute refers to by id. */
export function referredText(element: Element, attribute: string): string {
  const ids = element.getAttribute(attribute)?.split(/\s+/) ?? []
  const root = element.getRootNode() as Partial<Document>
  return joined(
    ids.map((id) => root.getElementById?.(id)),
    element,
  )
}

/** Returns the text of elements, without the text of the named element itself. */
export function joined(elements: readonly (Element | null | undefined)[], named: Element): string {
  const texts = elements.map((element) => element && (element.ariaLabel || textBeside(element, named)))
  return texts.join(' ').replace(/\s+/g, ' ').trim()
}

function textBeside(node: Node, named: Element): string {
  if (node === named) return ''
  return node.nodeType === Node.TEXT_NODE
    ? String(node.nodeValue)
    : [...node.childNodes].map((child) => textBeside(child, named)).join('')
}
