import { html, type TemplateResult } from 'lit'

import '../alert/haiilo-alert.js'
import type { FieldControl } from './render-field.js'

/** What has to be mended before the form can be saved: a link to each field, and what concerns none of them. */
export function renderSummary(
  heading: string,
  controls: readonly FieldControl[],
  general: readonly string[],
): TemplateResult {
  return html`<haiilo-alert part="summary" tone="danger" tabindex="-1" heading=${heading}>
    <ul>
      ${controls.map((control) => html`<li>${renderLink(control)}: ${control.validationMessage}</li>`)}
      ${general.map((message) => html`<li>${message}</li>`)}
    </ul>
  </haiilo-alert>`
}

function renderLink(control: FieldControl): TemplateResult {
  const go = (event: Event): void => {
    event.preventDefault()
    control.focus()
  }
  return html`<a href="#" @click=${go}>${control.label}</a>`
}
