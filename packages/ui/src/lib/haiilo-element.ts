import { css, LitElement, type CSSResultGroup } from 'lit'

import { tokens } from '../tokens/tokens.js'
import { documentSheets } from './document-sheets.js'

const base = css`
  :host {
    display: block;
    box-sizing: border-box;
    color: var(--_text);
    font: var(--_weight-body) var(--_size) / var(--_line) var(--_font);
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  a {
    color: var(--_link);
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }
  /* the focus ring of a field covers its border */
  .control:focus-visible {
    outline-offset: -1px;
  }
`

/** The base class of all components: a Lit element with the design tokens. */
export abstract class HaiiloElement extends LitElement {
  static override styles: CSSResultGroup = [tokens, base]

  /** The browser calls it when the element moves to another document, where its style sheets do not work. */
  adoptedCallback(): void {
    if (this.shadowRoot) this.#adoptStyles(this.shadowRoot)
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (this.ownerDocument === document) return super.createRenderRoot()
    const { shadowRootOptions } = this.constructor as typeof HaiiloElement
    const root = this.shadowRoot ?? this.attachShadow(shadowRootOptions)
    this.#adoptStyles(root)
    return root
  }

  #adoptStyles(root: ShadowRoot): void {
    root.adoptedStyleSheets = documentSheets(
      this.ownerDocument,
      (this.constructor as typeof HaiiloElement).elementStyles,
    )
  }
}
