/** Where a page may change what names or describes an element of it. */
export const NAMING: MutationObserverInit = {
  attributeFilter: ['aria-describedby', 'aria-label', 'aria-labelledby', 'for', 'id'],
  characterData: true,
  childList: true,
  subtree: true,
}

/** The text of the elements that an attribute of an element names by their ids. */
export function referredText(element: Element, attribute: string): string {
  const ids = element.getAttribute(attribute)?.split(/\s+/) ?? []
  const root = element.getRootNode() as Partial<Document>
  return joined(
    ids.map((id) => root.getElementById?.(id)),
    element,
  )
}

/** The text of elements, without that of the element which they name. */
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
