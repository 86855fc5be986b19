import { html, nothing, render, type TemplateResult } from 'lit'

import type { FieldOption } from '../../field/field-option.js'
import { text } from '../../lib/text.js'

/** Options per batch. The browser lays out a batch when it is near the visible part: thousands of options at once would take seconds. */
const BATCH_SIZE = 50

/**
 * Renders the options into a listbox. They are rendered separately from the rest of the select, so that a key press does not compare them all.
 */
export function renderOptions(
  list: HTMLElement,
  options: readonly FieldOption[],
  chosen: FieldOption | undefined,
): void {
  const starts = Array.from({ length: Math.ceil(options.length / BATCH_SIZE) }, (_, batch) => batch * BATCH_SIZE)
  const draw = (option: FieldOption, index: number): TemplateResult => renderOption(option, index, option === chosen)
  const batches = starts.map((start) =>
    options.slice(start, start + BATCH_SIZE).map((option, offset) => draw(option, start + offset)),
  )
  render(
    batches.map((batch) => html`<div class="batch" role="presentation">${batch}</div>`),
    list,
  )
}

function renderOption(option: FieldOption, index: number, isChosen: boolean): TemplateResult {
  const { label, description, disabled } = option
  return html`<div
    id="option-${index}"
    role="option"
    part="option"
    aria-selected=${isChosen}
    aria-disabled=${disabled || nothing}
  >
    <span>${text(label)}</span>
    ${description ? html`<span class="description" part="description">${text(description)}</span>` : nothing}
  </div>`
}
