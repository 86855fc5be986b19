import { css, type CSSResult } from 'lit'

/** The states of checkboxes and radio buttons. */
export const checkableStateStyles: CSSResult = css`
  input:checked {
    border-color: var(--_primary);
  }
  input[aria-invalid],
  [aria-invalid] input {
    border-color: var(--_error);
    box-shadow: inset 0 0 0 1px var(--_error);
  }
  input:disabled {
    border-color: var(--_border);
    background: var(--_subtle);
  }
  input:disabled::before {
    background: var(--_muted);
  }
`
