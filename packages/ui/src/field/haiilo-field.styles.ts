import { css, type CSSResult } from 'lit'

export const fieldStyles: CSSResult = css`
  form {
    display: contents;
  }
  #anchor {
    position: absolute;
    outline: none;
  }
  label,
  legend {
    display: block;
    margin-block-end: 0.25rem;
    padding: 0;
    font-weight: var(--_weight-head);
    overflow-wrap: anywhere;
  }
  .optional {
    color: var(--_muted);
    font-size: var(--_size-s);
    font-weight: var(--_weight-body);
  }
  p {
    margin: 0.25rem 0 0;
    font-size: var(--_size-s);
    line-height: var(--_line-s);
    overflow-wrap: anywhere;
  }
  p:empty {
    margin: 0;
  }
  #hint {
    color: var(--_muted);
    white-space: pre-line;
  }
  #error {
    color: var(--_error);
  }
  :host([disabled]) .control,
  .control:disabled {
    background: var(--_subtle);
    color: var(--_muted);
    cursor: not-allowed;
  }
  .control {
    display: block;
    inline-size: 100%;
    min-block-size: var(--_height);
    margin: 0;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_outline);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    text-align: start;
    transition: border-color var(--_time);
  }
  .control::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .control[aria-invalid] {
    border-color: var(--_error);
    box-shadow: inset 0 0 0 1px var(--_error);
  }
`
