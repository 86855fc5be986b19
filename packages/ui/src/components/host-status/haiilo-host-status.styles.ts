import { css, type CSSResult } from 'lit'

export const hostStatusStyles: CSSResult = css`
  .announcement {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  p {
    margin: 0 0 0.5rem;
  }
  .code {
    font-size: var(--_size-s);
  }
  .code a {
    color: inherit;
  }
  /* it only holds the focus after a retry, and is not interactive */
  #view:focus {
    outline: none;
  }
`
