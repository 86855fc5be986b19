import { css, type CSSResult } from 'lit'

export const headingStyles: CSSResult = css`
  .heading {
    font: var(--_weight-head) 1.125rem / 1.5rem var(--_font-head);
    overflow-wrap: anywhere;
  }
`
