import { html, type TemplateResult } from 'lit'

import '../alert/haiilo-alert.js'
import type { FieldControl } from './render-field.js'
import { text } from '../../lib/text.js'

/** Lists the problems to fix before the form can be saved: a link to each field, and the messages that belong to no field. */
export function renderSummary(
  heading: string,
  controls: readonly FieldControl[],
  formMessages: readonly string[],
): TemplateResult {
  return html`<haiilo-alert part="summary" tone="danger" tabindex="-1" heading=${heading}>
    <ul>
      ${controls.map((control) => html`<li><span>${renderLink(control)}</span>: <span>${text(control.validationMessage)}</span></li>`)}
      ${formMessages.map((message) => html`<li>${text(message)}</li>`)}
    </ul>
  </haiilo-alert>`
}

function renderLink(control: FieldControl): TemplateResult {
  const focusField = (event: Event): void => {
    event.preventDefault()
    control.focus()
  }
  return html`<a href="#" @click=${focusField}>${text(control.label)}</a>`
}
