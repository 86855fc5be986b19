import { css, type CSSResult } from 'lit'

export const tabsStyles: CSSResult = css`
  .list {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1.5rem;
    box-shadow: inset 0 -1px var(--_border);
  }
  button {
    position: relative;
    min-inline-size: 1.5rem;
    max-inline-size: 100%;
    min-block-size: var(--_height);
    margin: 0;
    padding: 0.5rem 0;
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    color: var(--_text);
    font: inherit;
    font-weight: var(--_weight-head);
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  button::after {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    border-block-end: 2px solid currentColor;
    opacity: 0;
    transition: opacity var(--_time);
    content: '';
  }
  button:hover::after {
    opacity: 0.25;
  }
  button[aria-selected='true'] {
    color: var(--_link);
  }
  button[aria-selected='true']::after {
    opacity: 1;
  }
  button:disabled {
    color: var(--_muted);
    cursor: not-allowed;
    opacity: 0.65;
  }
  button:disabled::after {
    opacity: 0;
  }
  @media (forced-colors: active) {
    /* the system colour for disabled text is faint enough */
    button:disabled {
      opacity: 1;
    }
  }
`
