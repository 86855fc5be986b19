import { css, type CSSResult } from 'lit'

/** An arc that turns, in the colour of the text; where motion is reduced it fades in and out instead. */
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
    /* a ring without its gap would seem to stand still */
    .turning {
      forced-color-adjust: none;
      border-color: CanvasText;
      border-inline-start-color: transparent;
    }
  }
`
