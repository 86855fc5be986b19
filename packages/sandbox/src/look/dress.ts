import type { CSSResult } from 'lit'

/**
 * Gives an element a shadow root with these styles, so that the page around it and what is mounted do not style each other. A content
 * security policy with `style-src 'self'` permits such style sheets.
 */
export function dress(element: HTMLElement, styles: readonly CSSResult[]): ShadowRoot {
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = styles.map(({ styleSheet }) => styleSheet).filter((sheet) => sheet !== undefined)
  return root
}
