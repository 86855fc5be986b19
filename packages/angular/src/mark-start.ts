/**
 * Inserts a comment node before the content of a view, so that everything between it and `end` can be removed. When a browser translates
 * the page, it replaces Angular's text nodes, and Angular would leave the replacements in the page.
 *
 * @param first The first node of the view, which must be in the page.
 * @param end The node after the view, a later sibling of `first`. It stays in the page.
 * @returns A function that removes the comment and everything between it and `end`.
 */
export function markStart(first: ChildNode, end: ChildNode): () => void {
  const start = document.createComment('haiilo-host-ready')
  first.before(start)
  return () => {
    while (start.nextSibling && start.nextSibling !== end) start.nextSibling.remove()
    start.remove()
  }
}
