import { css, type CSSResult } from 'lit'

export const pageStyles: CSSResult = css`
  :host {
    --side: 344px;
    --timeline: 260px;

    position: relative;
    display: grid;
    grid-template-areas: 'bar bar bar' 'home split side' 'cut cut cut' 'timeline timeline timeline';
    grid-template-rows: auto minmax(0, 1fr) auto auto;
    grid-template-columns: minmax(0, 1fr) auto auto;
    min-block-size: 0;
    overflow: hidden;
    background: var(--sb-ground);
  }
  .icon {
    display: block;
    inline-size: 1rem;
    block-size: 1rem;
  }

  /* the bar on top */
  .bar {
    grid-area: bar;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.375rem 0.75rem;
    padding: 0.375rem 0.75rem;
    border-block-end: 1px solid var(--sb-line);
    background: var(--sb-panel);
  }
  h1 {
    display: flex;
    align-items: baseline;
    gap: 0.5rem;
    min-inline-size: 0;
    font-size: 0.875rem;
    font-weight: 700;
  }
  h1 .quiet {
    overflow: hidden;
    font-weight: 400;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .bar .end {
    margin-inline-start: auto;
  }
  .group {
    display: flex;
    padding: 1px;
    border: 1px solid var(--sb-line);
    border-radius: 0.375rem;
  }
  .tool {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.375rem;
    min-inline-size: 1.75rem;
    min-block-size: 1.75rem;
    margin: 0;
    padding: 0 0.375rem;
    border: 1px solid transparent;
    border-radius: 0.3125rem;
    background: none;
    color: var(--sb-quiet);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  .tool:hover {
    background: var(--sb-subtle);
    color: var(--sb-text);
  }
  .tool[aria-pressed='true'] {
    background: var(--sb-selected);
    color: var(--sb-accent);
  }

  /* the page of the tenant */
  main {
    grid-area: home;
    min-inline-size: 0;
    overflow: auto;
    padding: 1rem;
    overscroll-behavior: contain;
  }
  .notices {
    max-inline-size: 80rem;
    margin: 0 auto;
  }
  .notices > * {
    margin-block-end: 0.5rem;
  }
  haiilo-alert::part(alert) {
    padding: 0.5rem 0.75rem;
  }
  haiilo-alert ul {
    padding-inline-start: 1rem;
    list-style: disc;
  }
  .home {
    max-inline-size: 80rem;
    margin: 0 auto;
    border: 1px solid var(--sb-line);
    border-radius: 0.625rem;
    background: light-dark(#eaeef2, #0d1115);
    container: home / inline-size;
  }
  .home[data-device='tablet'] {
    max-inline-size: 48rem;
  }
  .home[data-device='phone'] {
    max-inline-size: 24.375rem;
  }
  .home > header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem;
    padding: 0.375rem 0.75rem;
    border-block-end: 1px solid var(--sb-line);
    border-start-start-radius: inherit;
    border-start-end-radius: inherit;
    background: var(--sb-panel);
    color: var(--sb-quiet);
    overflow-wrap: anywhere;
  }
  .home > header haiilo-user {
    flex: none;
    max-inline-size: 60%;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(12, minmax(0, 1fr));
    align-items: start;
    gap: 0.75rem;
    padding: 0.75rem;
  }
  .grid:empty {
    display: none;
  }
  .widget {
    grid-column: span var(--columns, 6);
    min-inline-size: 0;
    border: 1px solid transparent;
    border-radius: 0.5rem;
    overflow: hidden;
    background: light-dark(#ffffff, #1d232a);
    box-shadow: 0 1px 2px rgb(16 32 48 / 0.14);
  }
  .widget.editing {
    border: 1px dashed var(--sb-accent);
  }
  .widget.selected {
    border-style: solid;
    border-color: var(--sb-accent);
  }
  .widget > header {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    min-block-size: 1.875rem;
    padding: 0 0.125rem 0 0.625rem;
    border-block-end: 1px solid var(--sb-line);
    font-size: 0.75rem;
  }
  .widget-name {
    min-inline-size: 0;
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .tools {
    display: flex;
    flex: none;
    margin-inline-start: auto;
  }
  .widget haiilo-alert {
    margin: 0.75rem;
  }
  iframe {
    display: block;
    inline-size: 100%;
    border: 0;
    /* until a height is known, as in the real host */
    aspect-ratio: 16 / 9;
  }
  [data-columns='1'] {
    --columns: 1;
  }
  [data-columns='2'] {
    --columns: 2;
  }
  [data-columns='3'] {
    --columns: 3;
  }
  [data-columns='4'] {
    --columns: 4;
  }
  [data-columns='5'] {
    --columns: 5;
  }
  [data-columns='7'] {
    --columns: 7;
  }
  [data-columns='8'] {
    --columns: 8;
  }
  [data-columns='9'] {
    --columns: 9;
  }
  [data-columns='10'] {
    --columns: 10;
  }
  [data-columns='11'] {
    --columns: 11;
  }
  [data-columns='12'] {
    --columns: 12;
  }
  /* as the real host does on small screens: two columns, then one */
  @container home (max-width: 48rem) {
    .widget {
      grid-column: span 6;
    }
    .widget:is(
      [data-columns='7'],
      [data-columns='8'],
      [data-columns='9'],
      [data-columns='10'],
      [data-columns='11'],
      [data-columns='12']
    ) {
      grid-column: span 12;
    }
  }
  @container home (max-width: 32rem) {
    .widget.widget.widget {
      grid-column: span 12;
    }
  }

  /* the panels */
  .side {
    grid-area: side;
    inline-size: var(--side);
    max-inline-size: 100%;
    overflow: auto;
    padding: 0 0.75rem 1rem;
    background: var(--sb-panel);
    overscroll-behavior: contain;
  }
  .timeline {
    grid-area: timeline;
    block-size: var(--timeline);
    max-block-size: 70dvb;
  }
  .splitter {
    position: relative;
    background: var(--sb-line);
    touch-action: none;
  }
  .splitter::after {
    position: absolute;
    inset: -4px 0;
    z-index: 2;
    content: '';
  }
  .splitter:hover,
  .splitter:focus-visible {
    outline: 0;
    background: var(--sb-accent);
    box-shadow: 0 0 0 1px var(--sb-accent);
  }
  .vertical {
    grid-area: split;
    inline-size: 1px;
    cursor: col-resize;
  }
  .vertical::after {
    inset: 0 -4px;
  }
  .horizontal {
    grid-area: cut;
    block-size: 1px;
    cursor: row-resize;
  }
  .stack {
    display: grid;
    gap: 0.75rem;
    padding-block: 0.25rem 0.75rem;
  }
  .stack > .row haiilo-button {
    flex: 1 1 auto;
  }
  .facts {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.125rem 0.75rem;
  }
  .facts dt {
    color: var(--sb-quiet);
  }
  .facts dd {
    overflow-wrap: anywhere;
  }
  .findings {
    display: grid;
    gap: 0.5rem;
  }
  .findings li {
    display: grid;
    gap: 0.25rem;
    padding-block-end: 0.5rem;
    border-block-end: 1px solid var(--sb-line);
    overflow-wrap: anywhere;
  }
  .events {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }
  .list-title {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.75rem;
  }
  .entries {
    display: grid;
    gap: 0.75rem;
  }
  .entries li {
    display: grid;
    gap: 0.25rem;
    min-inline-size: 0;
    padding-block-end: 0.75rem;
    border-block-end: 1px solid var(--sb-line);
    overflow-wrap: anywhere;
  }
  .entries summary {
    inline-size: fit-content;
    color: var(--sb-accent);
    cursor: pointer;
  }
  .entries pre {
    margin-block: 0.25rem 0.5rem;
    padding: 0.375rem 0.5rem;
    border-radius: 0.25rem;
    background: var(--sb-subtle);
    white-space: pre-wrap;
  }

  /* dialogs */
  .choices {
    display: grid;
    gap: 0.5rem;
  }
  .choices .quiet {
    padding-inline-start: 0.25rem;
  }
  .users {
    margin-block-end: 0.75rem;
  }
  .users li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem;
    padding-block: 0.375rem;
    border-block-end: 1px solid var(--sb-line);
  }
  .keys ~ haiilo-switch {
    margin-block-start: 0.75rem;
  }
  .keys {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.375rem 0.75rem;
    margin-block: 0.75rem;
  }

  @media (max-width: 48rem) {
    :host {
      grid-template-areas: 'bar' 'home' 'cut' 'timeline';
      grid-template-columns: minmax(0, 1fr);
    }
    main {
      padding: 0.5rem;
    }
    .vertical {
      display: none;
    }
    /* over the page, since there is no room beside it */
    .side {
      position: absolute;
      inset-block: 0;
      inset-inline-end: 0;
      z-index: 3;
      inline-size: min(22rem, 100%);
      padding-block-start: 2.75rem;
      border-inline-start: 1px solid var(--sb-line);
      box-shadow: 0 0 24px rgb(0 0 0 / 0.3);
    }
    .side .close-side {
      position: absolute;
      inset-block-start: 0.5rem;
      inset-inline-end: 0.5rem;
    }
    .grid {
      padding: 0.5rem;
    }
    .wide-only {
      display: none;
    }
  }
  @media (min-width: 48.0625rem) {
    .narrow-only {
      display: none;
    }
  }
`
