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
  label .description {
    color: var(--_muted);
    font-size: var(--_size-s);
    line-height: var(--_line-s);
  }
`
