import { css, type CSSResult } from 'lit'

import { tick } from '../../field/tick.js'

export const checkboxStyles: CSSResult = css`
  p {
    margin-inline-start: 1.75rem;
  }
  input {
    border-radius: var(--_radius-s);
  }
  input::before {
    ${tick}
    background: var(--_on-primary);
  }
  input:checked {
    border-color: var(--_primary);
    background: var(--_primary);
  }
  input[aria-invalid] {
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
