/**
 * Marks where the content of a view starts, so that everything up to `end` can be removed. A browser that translates the page replaces
 * Angular's text nodes, and Angular would leave the replacements on the page.
 *
 * @param first The first node of the view, which is on the page.
 * @returns What removes everything between the mark and `end`.
 */
export function markStart(first: ChildNode, end: ChildNode): () => void {
  const start = document.createComment('haiilo-host-ready')
  first.before(start)
  return () => {
    while (start.nextSibling && start.nextSibling !== end) start.nextSibling.remove()
    start.remove()
  }
}
