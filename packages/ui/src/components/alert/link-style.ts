import { css } from 'lit'

import { documentSheets } from '../../lib/document-sheets.js'

// a link with a class has a look of its own; any other would have the page's colour, which is made for its own ground
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
 * Makes links in alerts readable. A component reaches only what is slotted directly, and links stand in paragraphs: so the tree that
 * the alert is in gets one more style sheet, once.
 */
export function styleLinks(alert: Element): void {
  const root = alert.getRootNode()
  if (!isStyleable(root)) return
  for (const sheet of documentSheets(alert.ownerDocument, [linkStyle])) {
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet)
  }
}

/** A document or a shadow tree, of this window or of another one. */
function isStyleable(root: Node): root is Document | ShadowRoot {
  return 'adoptedStyleSheets' in root
}
