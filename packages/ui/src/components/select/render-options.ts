import { html, nothing, render, type TemplateResult } from 'lit'

import type { FieldOption } from '../../field/field-option.js'
import { text } from '../../lib/text.js'

/** So many options are laid out together, once they come near: thousands of them at once would take seconds. */
const BATCH = 50

/**
 * Draws the options into a listbox. They stand apart from the rest of the select, so that they are not looked through at each key.
 */
export function renderOptions(
  list: HTMLElement,
  options: readonly FieldOption[],
  chosen: FieldOption | undefined,
): void {
  const starts = Array.from({ length: Math.ceil(options.length / BATCH) }, (_, batch) => batch * BATCH)
  const draw = (option: FieldOption, place: number): TemplateResult => renderOption(option, place, option === chosen)
  const batches = starts.map((start) =>
    options.slice(start, start + BATCH).map((option, at) => draw(option, start + at)),
  )
  render(
    batches.map((batch) => html`<div class="batch" role="presentation">${batch}</div>`),
    list,
  )
}

function renderOption(option: FieldOption, place: number, isChosen: boolean): TemplateResult {
  const { label, description, disabled } = option
  return html`<div
    id="option-${place}"
    role="option"
    part="option"
    aria-selected=${isChosen}
    aria-disabled=${disabled || nothing}
  >
    <span>${text(label)}</span>
    ${description ? html`<span class="description" part="description">${text(description)}</span>` : nothing}
  </div>`
}
