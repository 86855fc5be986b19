import { css, type CSSResult } from 'lit'

/** A rotating arc in the colour of the text. With reduced motion, it fades in and out instead. */
export const spinnerRingStyles: CSSResult = css`
  .turning {
    display: block;
    border: 0.125rem solid;
    border-inline-start-color: transparent;
    border-radius: 50%;
    animation: turn 0.75s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @keyframes fade {
    to {
      opacity: 0.3;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .turning {
      animation: fade 1.5s ease-in-out infinite alternate;
    }
  }
  @media (forced-colors: active) {
    /* without its gap, the ring would not seem to rotate */
    .turning {
      forced-color-adjust: none;
      border-color: CanvasText;
      border-inline-start-color: transparent;
    }
  }
`
