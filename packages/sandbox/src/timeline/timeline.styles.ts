import { css, type CSSResult } from 'lit'

export const timelineStyles: CSSResult = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    min-block-size: 0;
    min-inline-size: 0;
    background: var(--sb-panel);
    container: timeline / inline-size;
  }
  .bar {
    padding: 0.375rem 0.75rem;
    border-block-end: 1px solid var(--sb-line);
  }
  .bar haiilo-text-field {
    flex: 1 1 10rem;
    max-inline-size: 20rem;
  }
  .bar haiilo-select {
    flex: 0 1 9rem;
    min-inline-size: 7rem;
  }
  .bar .end {
    margin-inline-start: auto;
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-block-size: 0;
  }
  .with-details {
    grid-template-columns: minmax(0, 3fr) minmax(18rem, 2fr);
  }
  .list,
  .details {
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .details {
    display: grid;
    align-content: start;
    gap: 0.75rem;
    padding: 0.5rem 0.75rem 1rem;
    border-inline-start: 1px solid var(--sb-line);
  }
  .details header {
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }
  .details header haiilo-button {
    margin-inline-start: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    table-layout: fixed;
    font-size: 0.75rem;
  }
  th,
  td {
    padding: 0.125rem 0.5rem;
    overflow: hidden;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    border-block-end: 1px solid var(--sb-line);
    background: var(--sb-panel);
    color: var(--sb-quiet);
    font-weight: 600;
  }
  tbody tr {
    cursor: pointer;
  }
  tbody tr:nth-child(even) {
    background: light-dark(rgb(16 32 48 / 0.025), rgb(255 255 255 / 0.025));
  }
  tbody tr:hover {
    background: var(--sb-subtle);
  }
  tbody tr.selected {
    background: var(--sb-selected);
  }
  .time {
    inline-size: 7rem;
    font-variant-numeric: tabular-nums;
  }
  .instance {
    inline-size: 5.5rem;
  }
  .direction {
    inline-size: 5.5rem;
  }
  .subject {
    inline-size: 8rem;
  }
  .verdict {
    inline-size: 6rem;
  }
  td.content {
    color: var(--sb-quiet);
    font-family: var(--sb-mono);
    font-size: 0.6875rem;
  }
  td.time,
  td.direction {
    color: var(--sb-quiet);
  }
  td button {
    max-inline-size: 100%;
    margin: 0;
    padding: 0.125rem 0.25rem;
    border: 0;
    border-radius: 0.25rem;
    overflow: hidden;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 600;
    text-align: start;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  td button:focus-visible {
    outline-offset: -2px;
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    padding: 0.375rem 0.75rem;
    color: var(--sb-quiet);
  }
  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.125rem 0.75rem;
  }
  dt {
    color: var(--sb-quiet);
  }
  dd {
    overflow-wrap: anywhere;
  }
  section {
    display: grid;
    gap: 0.25rem;
  }
  section > .row {
    justify-content: space-between;
  }
  pre {
    padding: 0.5rem;
    border-radius: 0.25rem;
    overflow: auto;
    max-block-size: 24rem;
    background: var(--sb-subtle);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .module {
    max-block-size: 50dvb;
  }
  .recording haiilo-button.record::part(button) {
    border-color: var(--sb-bad);
    color: var(--sb-bad);
  }
  @container timeline (max-width: 46rem) {
    .with-details {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(6rem, 2fr) minmax(0, 3fr);
    }
    .details {
      border-block-start: 1px solid var(--sb-line);
      border-inline-start: 0;
    }
    .direction {
      inline-size: 5rem;
    }
    .subject {
      inline-size: 6.5rem;
    }
  }
  @container timeline (max-width: 34rem) {
    /* no room for both: the details cover the list */
    .with-details {
      grid-template-rows: minmax(0, 1fr);
    }
    .with-details > * {
      grid-area: 1 / 1;
    }
    .with-details .list {
      visibility: hidden;
    }
    .content,
    .direction {
      display: none;
    }
    .subject,
    .instance,
    .verdict {
      inline-size: auto;
    }
    .bar haiilo-text-field,
    .bar haiilo-select {
      flex: 1 1 40%;
    }
    .bar .end {
      margin-inline-start: 0;
    }
  }
`
