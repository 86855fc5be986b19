/** The opening tag of an element, as far as it says which one it is. Runs in the page, so it stands alone. */
export function describeElement(element: Element): string {
  const attributes = [...element.attributes].map(({ name, value }) => ` ${name}="${value}"`)
  return `<${element.localName}${attributes.join('')}>`.slice(0, 200)
}
