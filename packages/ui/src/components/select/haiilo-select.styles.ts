import { css, type CSSResult } from 'lit'

import { checkMark } from '../../field/check-mark.js'

export const selectStyles: CSSResult = css`
  .control {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem;
    overflow-wrap: anywhere;
    cursor: pointer;
    user-select: none;
  }
  .control[aria-disabled='true'] {
    background: var(--_subtle);
    color: var(--_muted);
    cursor: not-allowed;
  }
  .control::after {
    flex: none;
    inline-size: 0.75rem;
    block-size: 0.75rem;
    background: currentcolor;
    clip-path: polygon(0 33%, 10% 23%, 50% 63%, 90% 23%, 100% 33%, 50% 83%);
    content: '';
    transition: rotate var(--_time);
  }
  [aria-expanded='true']::after {
    rotate: 180deg;
  }
  .placeholder {
    color: var(--_muted);
  }
  #list {
    position: absolute;
    inset: auto;
    max-block-size: 16rem;
    margin: 0.25rem 0;
    padding: 0.5rem 0;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 12px 16px -4px rgb(27 31 38 / 0.16);
    color: var(--_text);
    overscroll-behavior: contain;
  }
  .batch:not(:only-child) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 112.5rem;
  }
  [role='option'] {
    position: relative;
    padding-block: 0.5rem;
    padding-inline: 0.75rem 2.5rem;
    overflow-wrap: anywhere;
    cursor: pointer;
    user-select: none;
  }
  [role='option']:hover {
    background: var(--_subtle);
  }
  [role='option'].active {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }
  [role='option'][aria-disabled] {
    background: none;
    color: var(--_muted);
    cursor: not-allowed;
  }
  [aria-selected='true']::after {
    position: absolute;
    inset-block-start: 0.75rem;
    inset-inline-end: 1rem;
    background: var(--_link);
    ${checkMark}
  }
  .description {
    display: block;
    color: var(--_muted);
    font-size: var(--_size-s);
    line-height: var(--_line-s);
  }
  @media (forced-colors: active) {
    .control::after,
    [aria-selected='true']::after {
      background: CanvasText;
      forced-color-adjust: none;
    }
    .control[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`
