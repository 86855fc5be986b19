/**
 * Marks where the content of a view starts, so that it can be removed whole up to `end`: a browser that translates the page takes the
 * text nodes away that Angular knows, and what it puts in their place would stay.
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
