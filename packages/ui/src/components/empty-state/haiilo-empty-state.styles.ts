import { css, type CSSResult } from 'lit'

export const emptyStateStyles: CSSResult = css`
  .empty {
    max-inline-size: 30rem;
    margin-inline: auto;
    padding: 1.25rem;
    color: var(--_muted);
    text-align: center;
    overflow-wrap: anywhere;
  }
  .heading {
    margin-block-end: 0.25rem;
    color: var(--_text);
  }
  ::slotted([slot='icon']) {
    display: block;
    margin: 0 auto 0.75rem;
  }
  slot[name='action'] {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    column-gap: 0.5rem;
  }
  ::slotted([slot='action']) {
    margin-block-start: 1rem;
  }
`
