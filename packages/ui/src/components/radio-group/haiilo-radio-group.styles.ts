import { css, type CSSResult } from 'lit'

export const radioGroupStyles: CSSResult = css`
  fieldset {
    display: grid;
    gap: 0.25rem;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  input {
    border-radius: 50%;
  }
  input::before {
    inline-size: 0.75rem;
    block-size: 0.75rem;
    border-radius: 50%;
    background: var(--_primary);
  }
  input:checked {
    border-color: var(--_primary);
  }
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
  label .description {
    color: var(--_muted);
    font-size: var(--_size-s);
    line-height: var(--_line-s);
  }
`
