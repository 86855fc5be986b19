/** The element that Chrome's translation uses. As a plain text, because its name in the types is deprecated. */
const WRAPPER: string = 'font'

/** What the translator puts around a text, so that a test sees which texts were translated. */
const BRACKETS = /[⟦⟧]/g

/**
 * Translates everything below `root` as Chrome's page translation does, until the returned function is called: each run of adjacent text
 * nodes becomes one `<font>` in a `<font>`, in light trees and open shadow trees, also whenever the page changes. The nodes that the
 * framework knows are gone from the page.
 */
export function translatePage(root: Node): () => void {
  const observer = new MutationObserver(translateAll)
  const observed = new Set<Node>()
  translateAll()
  return () => observer.disconnect()

  function translateAll(): void {
    for (const tree of treesOf(root)) {
      if (!observed.has(tree)) observer.observe(tree, { childList: true, subtree: true, characterData: true })
      observed.add(tree)
      for (const text of textsOf(tree)) translate(text)
    }
  }
}

/** What a page shows, without the marks of the translator. */
export function untranslated(text: string): string {
  return text.replaceAll(BRACKETS, '')
}

function treesOf(root: Node): Node[] {
  const elements = 'querySelectorAll' in root ? [...(root as ParentNode).querySelectorAll('*')] : []
  const own = root instanceof Element && root.shadowRoot ? [root.shadowRoot] : []
  const inner = elements.flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot] : []))
  return [root, ...[...own, ...inner].flatMap(treesOf)]
}

function textsOf(tree: Node): Text[] {
  const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  return texts.filter(
    ({ data, parentElement }) => data.trim() && !parentElement?.closest('font, style, script, textarea'),
  )
}

function translate(text: Text): void {
  if (!text.parentNode) return // merged into the text before it
  const [outer, inner] = [document.createElement(WRAPPER), document.createElement(WRAPPER)]
  outer.append(inner)
  let whole = text.data
  while (text.nextSibling instanceof Text) {
    whole += text.nextSibling.data
    text.nextSibling.remove()
  }
  inner.textContent = `⟦${whole}⟧`
  text.replaceWith(outer)
}
