import { css } from 'lit'

import { documentSheets } from '../../lib/document-sheets.js'

// a link with a class has its own style. Other links would have the page's link colour, which may be unreadable on this background
const linkStyle = css`
  haiilo-alert :any-link:not([class]) {
    color: inherit;
    text-decoration: underline;
  }
  haiilo-alert :any-link:not([class]):focus-visible {
    outline: 2px solid;
    outline-offset: 1px;
  }
`

/**
 * Makes links in alerts readable. `::slotted` matches only direct children, and links are usually inside paragraphs. So this adds a style
 * sheet to the tree of the alert, once per tree.
 */
export function styleLinks(alert: Element): void {
  const root = alert.getRootNode()
  if (!isStyleable(root)) return
  for (const sheet of documentSheets(alert.ownerDocument, [linkStyle])) {
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet)
  }
}

/** Whether a node is a document or a shadow root, of any window. */
function isStyleable(root: Node): root is Document | ShadowRoot {
  return 'adoptedStyleSheets' in root
}
