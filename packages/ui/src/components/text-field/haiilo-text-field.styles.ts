import { css, type CSSResult } from 'lit'

export const textFieldStyles: CSSResult = css`
  textarea {
    resize: vertical;
  }
  input[type='number'] {
    appearance: textfield;
  }
  .control:read-only:not(:disabled) {
    background: var(--_subtle);
  }
`
