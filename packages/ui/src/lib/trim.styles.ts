import { css, type CSSResult } from 'lit'

/** Takes the outer margins off what is in the default slot, whatever is in other slots before or after it. */
export const trimStyles: CSSResult = css`
  slot:not([name])::slotted(:nth-child(1 of :not([slot]))) {
    margin-block-start: 0;
  }
  slot:not([name])::slotted(:nth-last-child(1 of :not([slot]))) {
    margin-block-end: 0;
  }
`
