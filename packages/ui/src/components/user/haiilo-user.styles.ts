import { css, type CSSResult } from 'lit'

export const userStyles: CSSResult = css`
  :host {
    --_avatar: 2.5rem;
    --_initials: 0.9375rem;
  }
  :host([size='s']) {
    --_avatar: 2rem;
    --_initials: 0.875rem;
  }
  :host([size='l']) {
    --_avatar: 3rem;
    --_initials: 1.125rem;
  }
  :host([initials-only]) {
    display: inline-block;
    vertical-align: middle;
  }
  .user {
    display: flex;
    align-items: center;
    gap: 0.75rem;
  }
  :host([size='s']) .user {
    gap: 0.5rem;
  }
  .avatar {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: center;
    inline-size: var(--_avatar);
    block-size: var(--_avatar);
    /* visible in forced colours, where the background is removed */
    border: 1px solid transparent;
    border-radius: 50%;
    background: color-mix(in srgb, var(--_muted) 15%, transparent);
    color: var(--_muted);
    font-size: var(--_initials);
    font-weight: var(--_weight-head);
    line-height: 1;
    white-space: nowrap;
    overflow: hidden;
    user-select: none;
  }
  svg {
    inline-size: 60%;
    block-size: 60%;
    fill: currentColor;
  }
  .text {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .name {
    font-weight: var(--_weight-head);
  }
  .detail {
    color: var(--_muted);
    font-size: var(--_size-s);
    line-height: var(--_line-s);
  }
`
