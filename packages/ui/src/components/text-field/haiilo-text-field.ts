import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'

import { HaiiloField, type FieldProblem } from '../../field/haiilo-field.js'
import * as texts from '../../languages/texts.js'
import { define } from '../../lib/define.js'
import { submitForm } from '../../lib/submit-form.js'
import { textOf } from '../../lib/text-of.js'
import { textFieldStyles } from './haiilo-text-field.styles.js'
import { textProblem } from './text-problem.js'

/** What is written into a text field. `textarea` is a long text. */
export type TextFieldType = 'text' | 'email' | 'url' | 'number' | 'textarea'

type Control = HTMLInputElement | HTMLTextAreaElement

/**
 * A text, a number or an address, checked once the person leaves the field.
 *
 * @summary A field to write in.
 * @fires {Event} input - The person changes the value.
 * @fires {Event} change - The person is done with it.
 * @csspart label - The label.
 * @csspart control - The native input or textarea.
 * @csspart hint - The hint.
 * @csspart error - The error.
 */
export class HaiiloTextField extends HaiiloField {
  static override styles: CSSResultGroup = [HaiiloField.styles, textFieldStyles]
  static override properties: PropertyDeclarations = {
    value: {},
    type: { reflect: true },
    placeholder: {},
    autocomplete: {},
    readonly: { type: Boolean, reflect: true },
    minLength: { type: Number, attribute: 'minlength' },
    maxLength: { type: Number, attribute: 'maxlength' },
    pattern: {},
    min: { type: Number },
    max: { type: Number },
    step: { type: Number },
    rows: { type: Number },
  }

  /** What is written in it; of a number, its digits with a point: `"1.5"`. */
  declare value: string
  /** What is written into it. */
  declare type: TextFieldType
  /** An example, shown while the field is empty. It is no label. */
  declare placeholder: string
  /** What the browser may fill in, as for `<input>`. */
  declare autocomplete: AutoFill
  /** It can be read and copied, and not changed. */
  declare readonly: boolean
  /** The least length, in UTF-16 code units. */
  declare minLength: number | undefined
  /** The most length, in UTF-16 code units. */
  declare maxLength: number | undefined
  /** A regular expression for the whole text. */
  declare pattern: string | undefined
  /** The least number. */
  declare min: number | undefined
  /** The greatest number. */
  declare max: number | undefined
  /** The number is a multiple of it, counted from `min`. */
  declare step: number | undefined
  /** The height of a long text, in lines. */
  declare rows: number

  #initial = ''

  constructor() {
    super()
    this.value = ''
    this.type = 'text'
    this.placeholder = ''
    this.autocomplete = ''
    this.readonly = false
    this.rows = 4
  }

  /** The value as a number; `NaN` where it is none. */
  get valueAsNumber(): number {
    return this.value.trim() === '' ? NaN : Number(this.value)
  }

  /** Selects all of the text. */
  select(): void {
    this.#control?.select()
  }

  get #control(): Control | null {
    return this.renderRoot.querySelector<Control>('.control')
  }

  protected override firstUpdated(): void {
    this.#initial = this.value
  }

  protected override willUpdate(changes?: PropertyValues<this>): void {
    // what comes from outside may be anything
    if (changes?.has('value')) this.value = textOf(this.value) ?? ''
    super.willUpdate()
  }

  protected override updated(): void {
    const control = this.#control
    if (!control) return
    // the person may have changed it since; and a number that is half written is not to be taken away
    if (control.value !== this.value) control.value = this.value
    control.disabled = this.isDisabled
    control.readOnly = this.readonly
    control.required = this.required
    control.placeholder = textOf(this.placeholder) ?? ''
    control.ariaInvalid = this.shownError ? 'true' : null
  }

  protected override get formValue(): string {
    return textOf(this.value) ?? ''
  }

  protected override problem(): FieldProblem | undefined {
    const isUnreadable = this.hasUpdated && this.#control?.validity.badInput
    if (isUnreadable) return { flag: 'badInput', text: texts.noNumber }
    return textProblem(this.formValue, this)
  }

  protected override resetValue(): void {
    this.value = this.#initial
  }

  protected override restoreValue(state: string): void {
    this.value = state
  }

  protected override renderControl(description: string): TemplateResult {
    if (this.type === 'textarea') {
      return html`<textarea
        id="control"
        class="control"
        part="control"
        rows=${this.rows}
        aria-describedby=${description}
        aria-label=${this.spokenName}
        @input=${this.#input}
        @change=${this.#change}
      ></textarea>`
    }
    return html`<input
      id="control"
      class="control"
      part="control"
      type=${this.type}
      autocomplete=${this.autocomplete || nothing}
      step=${this.step ?? 'any'}
      aria-describedby=${description}
      aria-label=${this.spokenName}
      @input=${this.#input}
      @change=${this.#change}
      @keydown=${this.#keydown}
    />`
  }

  #input(event: Event): void {
    event.stopPropagation()
    this.value = (event.currentTarget as Control).value
    // what is no number leaves the value empty, as it was
    this.requestUpdate('value')
    this.tell('input')
  }

  #change(): void {
    this.tell('change')
  }

  /** Enter sends a form by its default button, as in a native field. */
  #keydown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented || !this.form) return
    const submit = [...this.form.elements].find((element) => 'type' in element && element.type === 'submit')
    if (submit) (submit as HTMLElement).click()
    else submitForm(this.form)
  }
}

define('haiilo-text-field', HaiiloTextField)

declare global {
  interface HTMLElementTagNameMap {
    'haiilo-text-field': HaiiloTextField
  }
}
