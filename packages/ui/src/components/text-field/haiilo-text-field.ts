import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclaration,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'

import { HaiiloField, type FieldProblem } from '../../field/haiilo-field.js'
import * as texts from '../../languages/texts.js'
import { define } from '../../lib/define.js'
import { toText } from '../../lib/to-text.js'
import { watchProperty } from '../../lib/watch-property.js'
import { cleanValue } from './clean-value.js'
import { decimalSign, parseNumber } from './number-text.js'
import { stepNumber } from './step-number.js'
import { textFieldStyles } from './haiilo-text-field.styles.js'
import type { TextFieldType } from './text-field-type.js'
import { textProblems } from './text-problems.js'

export type { TextFieldType } from './text-field-type.js'

type Control = HTMLInputElement | HTMLTextAreaElement

/**
 * A field for a text, a number or an address. Shows errors after the person leaves it.
 *
 * @summary A field for text and numbers.
 * @fires {Event} input - The person changes the value.
 * @fires {Event} change - The person has finished a change, for instance by leaving the field.
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

  /** The kind of text in the field. */
  declare type: TextFieldType
  /** An example, shown while the field is empty. It does not replace a label. */
  declare placeholder: string
  /** What the browser may fill in, as in `<input>`. */
  declare autocomplete: AutoFill
  /** Whether the text can be read and copied, but not changed. */
  declare readonly: boolean
  /** The minimum length, in UTF-16 code units. */
  declare minLength: number | undefined
  /** The maximum length, in UTF-16 code units. */
  declare maxLength: number | undefined
  /** A regular expression that the whole text must match. */
  declare pattern: string | undefined
  /** The smallest valid number. */
  declare min: number | undefined
  /** The largest valid number. */
  declare max: number | undefined
  /** The step between valid numbers, counted from `min`. Default: any number is valid. */
  declare step: number | undefined
  /** The height of a `textarea`, in lines. */
  declare rows: number

  /** The value before sanitisation, as it was set or typed. Before the first rendering, `type` may still change how it is sanitised. */
  #rawValue = ''
  /** The text that the control shows. */
  #shownText = ''
  /** The value of the last `input` event. */
  #lastInput = ''
  /** The value of the last `change` event; `undefined` if a script set a value while an `input` without `change` was pending. */
  #lastChange: string | undefined = ''
  /** The control, after the first rendering. */
  #control: Control | undefined
  #isAfterInput = false

  constructor() {
    super()
    this.type = 'text'
    this.placeholder = ''
    this.autocomplete = ''
    this.readonly = false
    this.rows = 4
  }

  /** The text. For a number: as in HTML, with a decimal point, such as `"1.5"`. */
  get value(): string {
    const text = this.#control?.value ?? this.#shownText
    // autofill may change the control without an event
    if (text !== this.#shownText) {
      this.#shownText = text
      this.#rawValue = this.#isNumber ? parseNumber(text, this.#decimalSign) : text
    }
    return cleanValue(this.#rawValue, this.type)
  }
  set value(value: string) {
    this.#set(toText(value) ?? '', false)
  }

  /** The value as a number; `NaN` if it is not a number. */
  get valueAsNumber(): number {
    return this.value.trim() === '' ? NaN : Number(this.value)
  }

  /** Selects the whole text. */
  select(): void {
    this.#control?.select()
  }

  get #isNumber(): boolean {
    return this.type === 'number'
  }

  get #decimalSign(): string {
    return decimalSign(this.language.chain[0])
  }

  override requestUpdate(name?: PropertyKey, before?: unknown, options?: PropertyDeclaration): void {
    // as in a native field, a new type sanitises the value, and a later type does not restore it
    if (name === 'type' && this.hasUpdated) this.#rawValue = this.value
    super.requestUpdate(name, before, options)
  }

  protected override assign(value: string): void {
    this.#set(value, true)
    this.requestUpdate('value', null)
  }

  #set(value: string, isInitial: boolean): void {
    const before = this.value
    const isCommitted = isInitial || this.#lastInput === this.#lastChange
    this.#rawValue = this.hasUpdated ? cleanValue(value, this.type) : value
    this.#lastInput = this.value
    // keep a number as the person typed it, "1." for instance
    if (!isInitial && this.#lastInput === before && (before || !this.#shownText || this.#isAfterInput)) return
    this.#lastChange = isCommitted ? this.#lastInput : undefined
    this.isInitial = isInitial
    this.#updateControl()
    this.requestUpdate()
  }

  #updateControl(control = this.#control): void {
    this.#shownText = this.#isNumber ? this.value.replace('.', this.#decimalSign) : this.value
    if (!control) return
    if (!this.isInitial) control.value = this.#shownText
    else {
      // writing through reset and defaultValue leaves the caret where it is in a native field
      control.form?.reset()
      control.defaultValue = this.#shownText
    }
  }

  protected override willUpdate(changes?: PropertyValues<this>): void {
    if (changes?.has('type')) this.#updateControl()
    super.willUpdate()
  }

  protected override update(changes: PropertyValues<this>): void {
    super.update(changes)
    const control = this.renderRoot.querySelector('.control') as Control
    if (control !== this.#control) {
      this.#updateControl(control)
      this.#control = control
      watchProperty<Control>(control, 'value', () => this.requestUpdate('value', null))
    }
    control.disabled = this.isDisabled
    control.readOnly = this.readonly
    control.required = this.required
    control.placeholder = toText(this.placeholder) ?? ''
    control.ariaInvalid = this.shownError ? 'true' : null
  }

  protected override get formValue(): string {
    return this.value
  }

  protected override get isMutable(): boolean {
    return super.isMutable && !this.readonly
  }

  protected override problems(): readonly FieldProblem[] {
    const { value } = this
    if (this.#shownText && !value) return [{ flag: 'badInput', text: texts.noNumber }]
    // as in a native field, a required value is not missing if the person cannot enter one
    return value || this.isMutable ? textProblems(value, this, this.#stepBase) : []
  }

  /** The base of the steps if there is no `min`. */
  get #stepBase(): string {
    return this.getAttribute('value') ?? ''
  }

  protected override restoreValue(state: string): void {
    this.value = state
  }

  protected override renderControl(description: string): TemplateResult {
    // the browser submits this form on Enter: after `change`, and only if no listener of the page prevents the key
    return html`<form novalidate @submit=${this.submit}>${this.#renderInput(description)}</form>`
  }

  #renderInput(description: string): TemplateResult {
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
    // a native number field only supports the language of the browser: it reads "1,5" as 15
    const isNumber = this.#isNumber
    return html`<input
      id="control"
      class="control"
      part="control"
      type=${isNumber ? 'text' : this.type}
      role=${isNumber ? 'spinbutton' : nothing}
      inputmode=${isNumber && this.min !== undefined && this.min >= 0 ? 'decimal' : nothing}
      autocomplete=${this.autocomplete || nothing}
      aria-valuenow=${(isNumber && this.value) || nothing}
      aria-describedby=${description}
      aria-label=${this.spokenName}
      @input=${this.#input}
      @change=${this.#change}
      @keydown=${this.#step}
      @blur=${this.#blur}
    />`
  }

  #input(event?: Event): void {
    this.#lastInput = this.value
    this.requestUpdate('value', null)
    // a page may set the value back in its input listener: an incomplete number, whose value is empty, must stay as typed
    this.#isAfterInput = true
    setTimeout(() => (this.#isAfterInput = false))
    if (!event?.composed) this.tell('input')
  }

  #change(): void {
    // autofill may skip the input event
    if (this.value !== this.#lastInput) this.#input()
    // an unreadable number has an empty value, so the value did not change
    if (this.#isNumber && this.#lastInput === this.#lastChange) return
    this.#lastChange = this.#lastInput
    this.tell('change')
  }

  /** Fires `change` for a number that a script set while the person typed. For texts, browsers fire no `change` then. */
  #blur(): void {
    if (this.#isNumber && this.#lastChange === undefined) this.#change()
  }

  #step(event: KeyboardEvent): void {
    const { key, defaultPrevented } = event
    if (!this.#isNumber || this.readonly || defaultPrevented || !/^Arrow(Up|Down)$/.test(key)) return
    event.preventDefault()
    const { value } = this
    this.value = stepNumber(value, key === 'ArrowUp', this, this.#stepBase)
    if (this.value === value) return
    this.#input()
    this.#lastChange = this.#lastInput
    this.tell('change')
  }
}

define('haiilo-text-field', HaiiloTextField)

declare global {
  interface HTMLElementTagNameMap {
    'haiilo-text-field': HaiiloTextField
  }
}
