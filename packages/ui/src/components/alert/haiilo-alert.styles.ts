import { css, type CSSResult } from 'lit'

export const alertStyles: CSSResult = css`
  :host {
    --_bg: var(--haiilo-color-info, rgb(var(--cat-info-bg, 0, 115, 230)));
    --_fg: var(--haiilo-color-on-info, rgb(var(--cat-info-fill, 255, 255, 255)));
  }
  :host([tone='success']) {
    --_bg: var(--haiilo-color-success, rgb(var(--cat-success-bg, 0, 132, 88)));
    --_fg: var(--haiilo-color-on-success, rgb(var(--cat-success-fill, 255, 255, 255)));
  }
  :host([tone='warning']) {
    --_bg: var(--haiilo-color-warning, rgb(var(--cat-warning-bg, 255, 206, 128)));
    --_fg: var(--haiilo-color-on-warning, rgb(var(--cat-warning-fill, 0, 0, 0)));
  }
  :host([tone='danger']) {
    --_bg: var(--_danger);
    --_fg: var(--_on-danger);
  }
  .alert {
    /* what is slotted inherits from here: links, text buttons and the ring of the focus would vanish in the filled block */
    --_link: var(--_fg);
    --haiilo-color-link: var(--_fg);
    --haiilo-color-focus: var(--_fg);
    display: flex;
    gap: 0.5rem;
    padding: calc(1.25rem - 1px);
    /* seen where colours are forced and the fill is gone */
    border: 1px solid transparent;
    border-radius: var(--_radius-l);
    background: var(--_bg);
    color: var(--_fg);
  }
  svg {
    flex: none;
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
