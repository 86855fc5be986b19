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
import { decimalSign, readNumber } from './number-text.js'
import { stepNumber } from './step-number.js'
import { textFieldStyles } from './haiilo-text-field.styles.js'
import type { TextFieldType } from './text-field-type.js'
import { textProblems } from './text-problems.js'

export type { TextFieldType } from './text-field-type.js'

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

  /** The value as it was set, or as the control has it: before the first drawing, the type that cleans it may be set later. */
  #given = ''
  /** What the control shows. */
  #text = ''
  /** The value of which the page heard by `input`, and by `change`; `undefined` if it has not heard `change` since the person wrote. */
  #told = ''
  #done: string | undefined = ''
  /** What shows the value, once that is done. */
  #control: Control | undefined
  #isTelling = false

  constructor() {
    super()
    this.type = 'text'
    this.placeholder = ''
    this.autocomplete = ''
    this.readonly = false
    this.rows = 4
  }

  /** What is written in it; of a number, its digits with a point: `"1.5"`. */
  get value(): string {
    const text = this.#control?.value ?? this.#text
    // a browser may fill it in without an event
    if (text !== this.#text) {
      this.#text = text
      this.#given = this.#isNumber ? readNumber(text, this.#sign) : text
    }
    return cleanValue(this.#given, this.type)
  }
  set value(value: string) {
    this.#set(toText(value) ?? '', false)
  }

  /** The value as a number; `NaN` where it is none. */
  get valueAsNumber(): number {
    return this.value.trim() === '' ? NaN : Number(this.value)
  }

  /** Selects all of the text. */
  select(): void {
    this.#control?.select()
  }

  get #isNumber(): boolean {
    return this.type === 'number'
  }

  get #sign(): string {
    return decimalSign(this.language.chain[0])
  }

  override requestUpdate(name?: PropertyKey, before?: unknown, options?: PropertyDeclaration): void {
    // as in a native field, a type takes away what does not fit, and no later type brings it back
    if (name === 'type' && this.hasUpdated) this.#given = this.value
    super.requestUpdate(name, before, options)
  }

  protected override assign(value: string): void {
    this.#set(value, true)
    this.requestUpdate('value', null)
  }

  #set(value: string, isInitial: boolean): void {
    const before = this.value
    const isDone = isInitial || this.#told === this.#done
    this.#given = this.hasUpdated ? cleanValue(value, this.type) : value
    this.#told = this.value
    // a number stays as the person writes it, "1." for instance
    if (!isInitial && this.#told === before && (before || !this.#text || this.#isTelling)) return
    this.#done = isDone ? this.#told : undefined
    this.isInitial = isInitial
    this.#show()
    this.requestUpdate()
  }

  #show(control = this.#control): void {
    this.#text = this.#isNumber ? this.value.replace('.', this.#sign) : this.value
    if (!control) return
    if (!this.isInitial) control.value = this.#text
    else {
      // where the browser writes it, the caret stands where it does in a native field
      control.form?.reset()
      control.defaultValue = this.#text
    }
  }

  protected override willUpdate(changes?: PropertyValues<this>): void {
    if (changes?.has('type')) this.#show()
    super.willUpdate()
  }

  protected override update(changes: PropertyValues<this>): void {
    super.update(changes)
    const control = this.renderRoot.querySelector('.control') as Control
    if (control !== this.#control) {
      this.#show(control)
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
    if (this.#text && !value) return [{ flag: 'badInput', text: texts.noNumber }]
    // as in a native field, nothing is missing where nothing can be written
    return value || this.isMutable ? textProblems(value, this, this.#base) : []
  }

  /** What steps are counted from without a `min`. */
  get #base(): string {
    return this.getAttribute('value') ?? ''
  }

  protected override restoreValue(state: string): void {
    this.value = state
  }

  protected override renderControl(description: string): TemplateResult {
    // the browser submits this form when the person presses Enter, after `change` and unless a listener of the page prevents it
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
    // a native field for numbers knows the browser's language only: it makes 15 of "1,5"
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
      @blur=${this.#leave}
    />`
  }

  #input(event?: Event): void {
    this.#told = this.value
    this.requestUpdate('value', null)
    // what the page just heard comes back: half a number, which has no value, stays as the person writes it
    this.#isTelling = true
    setTimeout(() => (this.#isTelling = false))
    if (!event?.composed) this.tell('input')
  }

  #change(): void {
    // what was filled in without it
    if (this.value !== this.#told) this.#input()
    // a number that cannot be read is no other value than none
    if (this.#isNumber && this.#told === this.#done) return
    this.#done = this.#told
    this.tell('change')
  }

  /** A number that a script set while the person wrote: of a text, browsers do not say `change` then. */
  #leave(): void {
    if (this.#isNumber && this.#done === undefined) this.#change()
  }

  #step(event: KeyboardEvent): void {
    const { key, defaultPrevented } = event
    if (!this.#isNumber || this.readonly || defaultPrevented || !/^Arrow(Up|Down)$/.test(key)) return
    event.preventDefault()
    const { value } = this
    this.value = stepNumber(value, key === 'ArrowUp', this, this.#base)
    if (this.value === value) return
    this.#input()
    this.#done = this.#told
    this.tell('change')
  }
}

define('haiilo-text-field', HaiiloTextField)

declare global {
  interface HTMLElementTagNameMap {
    'haiilo-text-field': HaiiloTextField
  }
}
