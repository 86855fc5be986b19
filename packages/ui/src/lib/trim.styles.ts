import { css, type CSSResult } from 'lit'

/** Removes the top and bottom margin of the content in the default slot. Content in other slots has no effect on this. */
export const trimStyles: CSSResult = css`
  slot:not([name])::slotted(:nth-child(1 of :not([slot]))) {
    margin-block-start: 0;
  }
  slot:not([name])::slotted(:nth-last-child(1 of :not([slot]))) {
    margin-block-end: 0;
  }
`
