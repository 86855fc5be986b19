import { css, type CSSResult } from 'lit'

/** Checkboxes, switches and radio buttons with a label beside them. In forced colours, the browser draws them. The target area is at least 24 px. */
export const checkableStyles: CSSResult = css`
  label {
    display: flex;
    gap: 0.5rem;
    margin: 0;
    padding-block: 0.125rem;
    font-weight: var(--_weight-body);
    cursor: pointer;
  }
  label:has(:disabled) {
    color: var(--_muted);
    cursor: not-allowed;
  }
  label span {
    display: block;
    min-inline-size: 0;
  }
  input {
    display: grid;
    flex: none;
    place-items: center;
    appearance: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    border: 1px solid var(--_outline);
    background: var(--_surface);
    cursor: inherit;
    transition:
      background-color var(--_time),
      border-color var(--_time);
  }
  input::before {
    content: '';
    scale: 0;
    transition: scale var(--_time);
  }
  input:checked::before {
    scale: 1;
  }
  @media (forced-colors: active) {
    input {
      appearance: auto;
    }
    input::before {
      display: none;
    }
  }
`
