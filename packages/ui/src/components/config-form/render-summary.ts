import { html, type TemplateResult } from 'lit'

import '../alert/haiilo-alert.js'
import type { FieldControl } from './render-field.js'
import { text } from '../../lib/text.js'

/** What has to be mended before the form can be saved: a link to each field, and what concerns none of them. */
export function renderSummary(
  heading: string,
  controls: readonly FieldControl[],
  general: readonly string[],
): TemplateResult {
  return html`<haiilo-alert part="summary" tone="danger" tabindex="-1" heading=${heading}>
    <ul>
      ${controls.map((control) => html`<li><span>${renderLink(control)}</span>: <span>${text(control.validationMessage)}</span></li>`)}
      ${general.map((message) => html`<li>${text(message)}</li>`)}
    </ul>
  </haiilo-alert>`
}

function renderLink(control: FieldControl): TemplateResult {
  const go = (event: Event): void => {
    event.preventDefault()
    control.focus()
  }
  return html`<a href="#" @click=${go}>${text(control.label)}</a>`
}
