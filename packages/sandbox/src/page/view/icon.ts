import { svg, html, type TemplateResult } from 'lit'

/** Shapes on a grid of 16 pixels. */
const SHAPES: Readonly<Record<string, string>> = {
  reload: 'M13 8a5 5 0 1 1-1.5-3.5L13 6M13 2.5V6H9.5',
  settings: 'M2 4.5h7M13 4.5h1M2 11.5h1M7 11.5h7M11 2.5v4M5 9.5v4',
  remove: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.5 9h6l.5-9M7 7v4M9 7v4',
  narrower: 'M3 8h10',
  wider: 'M3 8h10M8 3v10',
  add: 'M8 3v10M3 8h10',
  edit: 'M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3zM9 4.7l2.3 2.3',
  desktop: 'M2 3h12v8H2zM6 14h4M8 11v3',
  tablet: 'M4 2h8v12H4zM7.5 12h1',
  phone: 'M5 2h6v12H5zM7.5 12h1',
  dark: 'M13 9.5A5.5 5.5 0 1 1 6.5 3a4.5 4.5 0 0 0 6.5 6.5z',
  side: 'M2 3h12v10H2zM10 3v10',
  bottom: 'M2 3h12v10H2zM2 9h12',
  help: 'M6 6.2a2 2 0 1 1 2.8 1.9c-.6.3-.8.7-.8 1.4M8 12v.01',
}

/** An icon. Screen readers ignore it. */
export function icon(name: string): TemplateResult {
  const path = svg`<path d=${SHAPES[name] ?? ''} fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round" />`
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${path}</svg>`
}
