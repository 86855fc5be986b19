import { css, type CSSResult } from 'lit'

export const alertStyles: CSSResult = css`
  :host {
    --_tone: var(--haiilo-color-info, light-dark(rgb(var(--cat-info-text, 0, 115, 230)), rgb(128, 185, 243)));
  }
  :host([tone='success']) {
    --_tone: var(--haiilo-color-success, light-dark(rgb(var(--cat-success-text, 0, 132, 88)), rgb(0, 187, 125)));
  }
  :host([tone='warning']) {
    --_tone: var(--haiilo-color-warning, light-dark(rgb(var(--cat-warning-text, 159, 97, 0)), rgb(255, 206, 128)));
  }
  :host([tone='danger']) {
    --_tone: var(--_error);
  }
  /* pale colours: the text matters more than the tone */
  .alert {
    display: flex;
    gap: 0.5rem;
    padding: calc(1.25rem - 1px);
    border: 1px solid color-mix(in srgb, var(--_tone) 30%, var(--_surface));
    border-radius: var(--_radius-l);
    background: color-mix(in srgb, var(--_tone) 8%, var(--_surface));
    color: var(--_text);
  }
  svg {
    flex: none;
    color: var(--_tone);
    inline-size: 1.5rem;
    block-size: 1.5rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .content {
    flex: 1;
    align-self: center;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .heading {
    margin: 0;
    font-family: var(--_font-head);
    font-weight: var(--_weight-head);
  }
  slot[name] {
    display: flex;
    flex-wrap: wrap;
    column-gap: 0.5rem;
  }
  ::slotted([slot='action']) {
    margin-block-start: 0.75rem;
  }
`
