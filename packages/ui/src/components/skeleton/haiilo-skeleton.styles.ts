import { css, type CSSResult } from 'lit'

export const skeletonStyles: CSSResult = css`
  .bones {
    display: flex;
    flex-direction: column;
  }
  .bone {
    --_base: color-mix(in srgb, var(--_muted) 14%, transparent);
    --_sheen: color-mix(in srgb, var(--_muted) 28%, transparent);
    block-size: calc(var(--_size) - 0.25rem);
    margin-block: calc((var(--_line) - var(--_size) + 0.25rem) / 2);
    border-radius: var(--_radius);
    background: linear-gradient(90deg, var(--_base) 33%, var(--_sheen) 50%, var(--_base) 66%) 100% 0 / 300% 100%;
    animation: sheen 2s ease-in-out infinite;
  }
  .bone:last-child:not(:first-child) {
    inline-size: 60%;
  }
  :host([shape='block']) .bone {
    block-size: var(--haiilo-skeleton-size, var(--_height));
    margin: 0;
  }
  :host([shape='circle']) .bone {
    inline-size: var(--haiilo-skeleton-size, 2.5rem);
    block-size: var(--haiilo-skeleton-size, 2.5rem);
    margin: 0;
    border-radius: 50%;
  }
  @keyframes sheen {
    to {
      background-position-x: 0;
    }
  }
  :host(:dir(rtl)) .bone {
    animation-direction: reverse;
  }
  @media (prefers-reduced-motion: reduce) {
    .bone {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .bone {
      border: 1px solid GrayText;
    }
  }
`
