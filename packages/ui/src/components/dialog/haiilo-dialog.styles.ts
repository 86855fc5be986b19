import { css, type CSSResult } from 'lit'

export const dialogStyles: CSSResult = css`
  /* out of the flow: takes no space in the layout, open or closed */
  :host {
    position: absolute;
  }
  dialog {
    --_width: 37.5rem;
    /* relative to the page, not to the window: the window is the frame, and the dialog stays in place when the frame grows */
    position: absolute;
    inset-block: 0 auto;
    inset-inline: 0;
    inline-size: var(--_width);
    max-inline-size: calc(100% - 2rem);
    max-block-size: none;
    margin: 1rem auto;
    padding: 1.5rem;
    border: 1px solid light-dark(transparent, var(--_border));
    border-radius: var(--_radius-l);
    overflow: visible;
    background: var(--_surface);
    color: var(--_text);
    box-shadow:
      0 8px 24px -4px rgb(27 31 38 / 0.16),
      0 24px 48px -12px rgb(27 31 38 / 0.18);
    overflow-wrap: anywhere;
  }
  :host([size='s']) dialog {
    --_width: 25rem;
  }
  :host([size='l']) dialog {
    --_width: 50rem;
  }
  dialog::backdrop {
    background: rgb(27 31 38 / 0.4);
  }
  /* only the backdrop fades in: the frame and accessibility checks cannot measure a dialog that moves or is half transparent */
  dialog[open]::backdrop {
    animation: appear var(--_time);
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  header {
    display: flex;
    align-items: start;
    gap: 1rem;
    margin-block-end: 1.5rem;
  }
  h2 {
    flex: 1;
    min-inline-size: 0;
    margin: 0;
    border-radius: var(--_radius-s);
    font: var(--_weight-head) 1.25rem / 1.5rem var(--_font-head);
  }
  h2:focus-visible {
    outline-offset: 0.25rem;
  }
  .close {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: var(--_height);
    block-size: var(--_height);
    /* aligns the cross with the edge of the text */
    margin: -0.5rem;
    margin-inline-start: auto;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    cursor: pointer;
    transition: background-color var(--_time);
  }
  .close:hover {
    background: var(--_subtle);
  }
  .close:active {
    background: var(--_border);
  }
  svg {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 0.5rem;
    margin-block-start: 1.5rem;
  }
  footer[hidden] {
    display: none;
  }
  @media (max-width: 25rem) {
    dialog {
      padding: 1rem;
    }
    footer ::slotted(*) {
      flex: 1 1 100%;
    }
  }
`
