/** Returns the opening tag of an element, at most 200 characters. Playwright runs it in the page, so it must not use other functions. */
export function openingTag(element: Element): string {
  const attributes = [...element.attributes].map(({ name, value }) => ` ${name}="${value}"`)
  return `<${element.localName}${attributes.join('')}>`.slice(0, 200)
}
