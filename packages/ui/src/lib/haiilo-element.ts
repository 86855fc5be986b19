import { css, LitElement, type CSSResultGroup } from 'lit'

import { tokens } from '../tokens/tokens.js'

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
`

/** What all components of the kit are: Lit elements, drawn with the tokens. */
export abstract class HaiiloElement extends LitElement {
  static override styles: CSSResultGroup = [tokens, base]
}
