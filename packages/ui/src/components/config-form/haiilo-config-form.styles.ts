import { css, type CSSResult } from 'lit'

export const configFormStyles: CSSResult = css`
  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5rem;
  }
  haiilo-alert {
    margin-block-end: 1.5rem;
  }
  ul {
    margin: 0;
    padding-inline-start: 1.25rem;
  }
  p {
    margin: 0;
  }
  p:not(:empty) {
    margin-block-start: 1rem;
  }
`
