import { css, type CSSResult } from 'lit'

/** Colours and sizes that the page and the timeline share. They follow the `color-scheme` of the element. */
export const sharedStyles: CSSResult = css`
  :host {
    --sb-ground: light-dark(#f3f5f7, #12161b);
    --sb-panel: light-dark(#ffffff, #1a1f26);
    --sb-raised: light-dark(#ffffff, #212831);
    --sb-subtle: light-dark(#eef1f4, #272f39);
    --sb-line: light-dark(#dbe0e6, #343d48);
    --sb-text: light-dark(#19222d, #e7ebf0);
    --sb-quiet: light-dark(#556170, #a5b0bd);
    --sb-accent: light-dark(#00707f, #63c6d2);
    --sb-selected: light-dark(#dff1f3, #173a41);
    --sb-good: light-dark(#0b5c31, #9be0b7);
    --sb-good-ground: light-dark(#dff3e6, #133b27);
    --sb-bad: light-dark(#98180f, #ffb9b0);
    --sb-bad-ground: light-dark(#fde6e3, #4c1f1b);
    --sb-warn: light-dark(#6b4700, #f3cf8a);
    --sb-warn-ground: light-dark(#fff0d1, #40321a);
    --sb-mono: ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;

    --haiilo-font-family: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
    --haiilo-font-size: 0.8125rem;
    --haiilo-line-height: 1.125rem;
    --haiilo-font-size-s: 0.75rem;
    --haiilo-line-height-s: 1rem;
    --haiilo-control-height: 1.875rem;
    --haiilo-color-surface: var(--sb-raised);
    --haiilo-color-subtle: var(--sb-subtle);
    --haiilo-color-border: var(--sb-line);
    --haiilo-color-text: var(--sb-text);
    --haiilo-color-text-muted: var(--sb-quiet);
    --haiilo-color-link: var(--sb-accent);

    box-sizing: border-box;
    color: var(--sb-text);
    font: 0.8125rem / 1.125rem var(--haiilo-font-family);
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ul,
  ol,
  pre {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2 {
    font-size: 0.8125rem;
    font-weight: 600;
  }
  h3 {
    color: var(--sb-quiet);
    font-size: 0.75rem;
    font-weight: 600;
  }
  a {
    color: var(--sb-accent);
  }
  code,
  pre,
  kbd {
    font: 0.75rem / 1.125rem var(--sb-mono);
  }
  kbd {
    display: inline-block;
    min-inline-size: 1.5rem;
    padding: 0 0.375rem;
    border: 1px solid var(--sb-line);
    border-radius: 0.25rem;
    background: var(--sb-subtle);
    text-align: center;
  }
  :focus-visible {
    outline: 2px solid light-dark(#0071ff, #73afff);
    outline-offset: 1px;
  }
  .quiet {
    color: var(--sb-quiet);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.375rem;
  }
  .pill {
    display: inline-block;
    padding: 0 0.4375rem;
    border-radius: 0.5625rem;
    background: var(--sb-subtle);
    font-size: 0.75rem;
    font-weight: 600;
    line-height: 1.125rem;
    white-space: nowrap;
  }
  .good {
    background: var(--sb-good-ground);
    color: var(--sb-good);
  }
  .bad {
    background: var(--sb-bad-ground);
    color: var(--sb-bad);
  }
  .warn {
    background: var(--sb-warn-ground);
    color: var(--sb-warn);
  }
  .link {
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: var(--sb-accent);
    font: inherit;
    font-weight: 600;
    text-decoration: underline;
    cursor: pointer;
  }
  .hidden-text {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  haiilo-button::part(button) {
    padding: 0.125rem 0.625rem;
    white-space: nowrap;
  }
  haiilo-select::part(control),
  haiilo-text-field::part(control) {
    padding: 0.25rem 0.5rem;
  }
  haiilo-select::part(option) {
    padding-block: 0.25rem;
  }
  /* this page fills the window: a tall dialog scrolls in itself */
  haiilo-dialog::part(dialog) {
    position: fixed;
    max-block-size: calc(100dvb - 2rem);
    overflow: auto;
  }
`
