import { css, type CSSResult } from 'lit'

/** A check mark, cut out of a square. It is the same in right-to-left pages. */
export const checkMark: CSSResult = css`
  inline-size: 0.75rem;
  block-size: 0.75rem;
  clip-path: polygon(10.8% 53.4%, 22.6% 41.6%, 39.7% 58.7%, 77.1% 16.9%, 89.5% 28.1%, 40.3% 83%);
  content: '';
`
