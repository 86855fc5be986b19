import { css, type CSSResult } from 'lit'

export const switchStyles: CSSResult = css`
  p {
    margin-inline-start: 2.5rem;
  }
  input {
    --_track: var(--_outline);
    --_knob: var(--_surface);
    justify-items: start;
    inline-size: 2rem;
    padding: 1px;
    border-color: var(--_track);
    border-radius: 10rem;
    background: var(--_track);
  }
  input::before {
    inline-size: 1rem;
    block-size: 1rem;
    border-radius: 50%;
    background: var(--_knob);
    scale: 1;
    transition: translate var(--_time);
  }
  input:checked {
    --_track: var(--_primary);
    --_knob: var(--_on-primary);
  }
  input:checked::before {
    translate: 0.75rem;
  }
  input:checked:dir(rtl)::before {
    translate: -0.75rem;
  }
  input[aria-invalid] {
    --_track: var(--_error);
    --_knob: var(--_surface);
  }
  input:disabled {
    --_track: var(--_border);
    --_knob: var(--_subtle);
  }
`
