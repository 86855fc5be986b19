import { css, type CSSResult } from 'lit'

export const buttonStyles: CSSResult = css`
  :host {
    display: inline-block;
    vertical-align: middle;
  }
  form {
    display: contents;
  }
  .button {
    --_bg: var(--_surface);
    --_fg: var(--_text);
    --_bg-hover: var(--_subtle);
    --_bg-active: var(--_border);
    --_bg-disabled: var(--_surface);
    --_edge: var(--_border);
    display: grid;
    align-items: center;
    justify-items: center;
    inline-size: 100%;
    min-block-size: var(--_height);
    margin: 0;
    padding: 0.25rem calc(0.75rem - 1px);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_bg);
    color: var(--_fg);
    font: inherit;
    text-align: center;
    text-decoration: none;
    overflow-wrap: anywhere;
    cursor: pointer;
    transition:
      background-color var(--_time),
      border-color var(--_time);
  }
  .text,
  .turning {
    grid-area: 1 / 1;
  }
  .text {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  ::slotted([slot='start']) {
    flex: none;
  }
  .button:hover {
    background: var(--_bg-hover);
  }
  .button:active {
    background: var(--_bg-active);
  }
  :host([variant='primary']) .button {
    --_bg: var(--_primary);
    --_fg: var(--_on-primary);
    --_bg-hover: var(--_primary-hover);
    --_bg-active: var(--_primary-active);
  }
  :host([variant='danger']) .button {
    --_bg: var(--_danger);
    --_fg: var(--_on-danger);
    --_bg-hover: color-mix(in srgb, var(--_danger) 90%, #000);
    --_bg-active: color-mix(in srgb, var(--_danger) 80%, #000);
  }
  :host(:is([variant='primary'], [variant='danger'])) .button {
    --_bg-disabled: var(--_subtle);
    --_edge: transparent;
    font-weight: var(--_weight-head);
  }
  :host([variant='text']) .button {
    --_bg: transparent;
    --_bg-disabled: transparent;
    --_fg: var(--_link);
    --_bg-hover: color-mix(in srgb, currentColor 10%, transparent);
    --_bg-active: color-mix(in srgb, currentColor 20%, transparent);
    --_edge: transparent;
  }
  .button[aria-disabled],
  .button:disabled {
    background: var(--_bg);
    cursor: not-allowed;
  }
  :host([disabled]) .button,
  .button:disabled {
    background: var(--_bg-disabled);
    color: var(--_muted);
  }
  .button[aria-busy] {
    cursor: progress;
  }
  /* opacity keeps the text as the accessible name, unlike visibility or display */
  .button[aria-busy] .text {
    opacity: 0;
  }
  .turning {
    inline-size: 1.25rem;
    block-size: 1.25rem;
  }
  @media (forced-colors: active) {
    :host([disabled]) .button,
    .button:disabled {
      color: GrayText;
    }
  }
`
