import { css, type CSSResult } from 'lit'

export const cardStyles: CSSResult = css`
  .card {
    padding: calc(1.25rem - 1px);
    /* seen where colours are forced and the surface is gone */
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
    /* narrower, and what is beside it goes below */
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
