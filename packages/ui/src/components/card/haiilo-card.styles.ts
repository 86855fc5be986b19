import { css, type CSSResult } from 'lit'

export const cardStyles: CSSResult = css`
  .card {
    padding: calc(1.25rem - 1px);
    /* visible in forced colours, where the background is removed */
    border: 1px solid transparent;
    border-radius: var(--_radius-l);
    background: var(--_surface);
    overflow-wrap: anywhere;
  }
  .header,
  slot[name='footer'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: 0.5rem;
  }
  .heading {
    flex: 1 1 0;
    /* at less than this width, the header slot wraps below the heading */
    min-inline-size: min(8rem, 100%);
  }
  .heading,
  ::slotted([slot='header']) {
    margin-block-end: 0.75rem;
  }
  ::slotted([slot='footer']) {
    margin-block-start: 1rem;
  }
`
