/** The element that Chrome's translation inserts. Typed as `string`, because the tag name is deprecated in the types. */
const WRAPPER: string = 'font'

/** The brackets around translated texts, so that a test sees which texts were translated. */
const BRACKETS = /[⟦⟧]/g

/**
 * Translates all content of `root` the way Chrome's page translation does, also after later changes, until the returned function is called.
 * Each run of adjacent text nodes is replaced with a `<font>` in a `<font>`, in the light tree and in open shadow trees. The text nodes that
 * the framework created are then no longer in the page.
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

/** Removes the translation brackets from a text. */
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
  // it was merged into the text before it
  if (!text.parentNode) return
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
