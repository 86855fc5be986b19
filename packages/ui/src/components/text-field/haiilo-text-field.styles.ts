import { css, type CSSResult } from 'lit'

export const textFieldStyles: CSSResult = css`
  textarea {
    resize: vertical;
  }
  .control:read-only:not(:disabled) {
    background: var(--_subtle);
  }
`
