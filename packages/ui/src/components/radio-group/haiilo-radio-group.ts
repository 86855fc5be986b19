import { html, nothing, type CSSResultGroup, type PropertyDeclaration, type TemplateResult } from 'lit'

import type { FieldOption } from '../../field/field-option.js'
import { HaiiloOptionField } from '../../field/haiilo-option-field.js'
import { checkableStateStyles } from '../../field/checkable-states.styles.js'
import { checkableStyles } from '../../field/checkable.styles.js'
import { define } from '../../lib/define.js'
import { radioGroupStyles } from './haiilo-radio-group.styles.js'
import { text } from '../../lib/text.js'

/**
 * A choice of one of a few options, all of them visible. For more than about six options, use a select.
 *
 * @summary A choice of one of a few visible options.
 * @slot - `<option value="…">` elements, used if `options` is not set. The elements themselves are not shown.
 * @fires {Event} input - The person chooses another option.
 * @fires {Event} change - Fires after each `input`.
 * @csspart label - The label of the group.
 * @csspart option - An option: its radio button, label and description.
 * @csspart control - A native radio button.
 * @csspart description - The description of an option.
 * @csspart hint - The hint.
 * @csspart error - The error.
 */
export class HaiiloRadioGroup extends HaiiloOptionField {
  static override styles: CSSResultGroup = [
    HaiiloOptionField.styles,
    checkableStyles,
    radioGroupStyles,
    checkableStateStyles,
  ]

  /** The radio button that was checked when `value` was last set or rendered. */
  #syncedRadio: HTMLInputElement | undefined
  /** The option of the last `input` event that no `change` followed yet. */
  #inputOption: FieldOption | undefined

  get #radios(): HTMLInputElement[] {
    return [...(this.shadowRoot?.querySelectorAll('input') ?? [])]
  }

  get #checked(): HTMLInputElement | undefined {
    return this.#radios.find(({ checked }) => checked)
  }

  protected override get picked(): string | undefined {
    const radio = this.#checked
    return radio === this.#syncedRadio ? undefined : radio?.value
  }

  override requestUpdate(name?: PropertyKey, before?: unknown, options?: PropertyDeclaration): void {
    if (name === 'value') this.#syncedRadio = this.#checked
    super.requestUpdate(name, before, options)
  }

  /** Moves the focus to the chosen option, otherwise to the first enabled one. */
  override focus(options?: FocusOptions): void {
    const target = this.#checked ?? this.#radios.find((radio) => !radio.matches(':disabled'))
    target?.focus(options)
  }

  protected override updated(): void {
    const chosen = this.chosen
    // the person may have chosen another option since the last rendering
    for (const radio of this.#radios) radio.checked = radio.value === chosen?.value
    this.#syncedRadio = this.#checked
  }

  protected override renderLabel(): typeof nothing {
    // the label is rendered as the legend
    return nothing
  }

  protected override renderControl(description: string): TemplateResult {
    return html`<fieldset
      role="radiogroup"
      ?disabled=${this.isDisabled}
      aria-label=${this.spokenName}
      aria-labelledby=${this.spokenName === nothing && this.label ? 'label' : nothing}
      aria-describedby=${description}
      aria-required=${this.required}
      aria-invalid=${this.shownError ? 'true' : nothing}
      @keypress=${this.keypress}
    >
      ${this.label ? html`<legend id="label" part="label"><span>${text(this.label)}</span>${this.renderOptional()}</legend>` : nothing}
      ${[...this.choices.values()].map((option, index) => this.#renderOption(option, index))}
    </fieldset>`
  }

  #renderOption(option: FieldOption, index: number): TemplateResult {
    return html`<label part="option">
      <input
        part="control"
        type="radio"
        name="option"
        .value=${option.value}
        ?disabled=${option.disabled}
        aria-labelledby="name-${index}"
        aria-describedby=${option.description ? `description-${index}` : nothing}
        @input=${(event: Event) => this.#input(option, event)}
        @change=${() => this.#change(option)}
      />
      <span>
        <span id="name-${index}">${text(option.label)}</span>
        ${
          option.description
            ? html`<span id="description-${index}" class="description" part="description"
                >${text(option.description)}</span
              >`
            : nothing
        }
      </span>
    </label>`
  }

  #input(option: FieldOption, event?: Event): void {
    this.#inputOption = option
    this.value = option.value
    if (!event?.composed) this.tell('input')
  }

  #change(option: FieldOption): void {
    // autofill may skip the input event
    if (this.#inputOption !== option) this.#input(option)
    this.#inputOption = undefined
    this.tell('change')
  }
}

define('haiilo-radio-group', HaiiloRadioGroup)

declare global {
  interface HTMLElementTagNameMap {
    'haiilo-radio-group': HaiiloRadioGroup
  }
}
