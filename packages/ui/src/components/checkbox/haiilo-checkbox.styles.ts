import { css, type CSSResult } from 'lit'

import { checkMark } from '../../field/check-mark.js'

export const checkboxStyles: CSSResult = css`
  p {
    margin-inline-start: 1.75rem;
  }
  input {
    border-radius: var(--_radius-s);
  }
  input::before {
    ${checkMark}
    background: var(--_on-primary);
  }
  input:checked {
    background: var(--_primary);
  }
`
