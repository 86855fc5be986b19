import type { CSSResult } from 'lit'

/**
 * Attaches a shadow root with these styles to an element, so that its content and the page around it do not style each other. A content
 * security policy with `style-src 'self'` allows such style sheets.
 */
export function attachStyles(element: HTMLElement, styles: readonly CSSResult[]): ShadowRoot {
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = styles.map(({ styleSheet }) => styleSheet).filter((sheet) => sheet !== undefined)
  return root
}
