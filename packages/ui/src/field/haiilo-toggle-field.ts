import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'

import * as texts from '../languages/texts.js'
import { afterEvent } from '../lib/after-event.js'
import { toText } from '../lib/to-text.js'
import { watchProperty } from '../lib/watch-property.js'
import { HaiiloField, type FieldProblem } from './haiilo-field.js'
import { checkableStyles } from './checkable.styles.js'
import { text } from '../lib/text.js'

/** A field that is on or off: a native checkbox with its label beside it. */
export abstract class HaiiloToggleField extends HaiiloField {
  static override styles: CSSResultGroup = [HaiiloField.styles, checkableStyles]
  static override properties: PropertyDeclarations = {
    checked: { type: Boolean },
    value: {},
  }

  /** The value that the form submits while the field is on. While it is off, the form submits no value. */
  declare value: string

  /** The role for assistive technology. */
  protected abstract readonly kind: 'checkbox' | 'switch'
  protected override readonly state = 'checked'
  #isOn = false

  constructor() {
    super()
    this.value = 'on'
    this.addEventListener('click', (event) => this.#click(event))
  }

  /** Clicks the control. */
  override click(): void {
    // listeners of the page receive that click as a click on the component
    if (this.#control) this.#control.click()
    else super.click()
  }

  /** Whether the field is on. */
  get checked(): boolean {
    // a browser can check it without an event
    return this.#control?.checked ?? this.#isOn
  }
  set checked(checked: boolean) {
    // untyped code can set any value
    this.#isOn = !!(checked as unknown)
    if (this.#control) this.#control.checked = this.#isOn
  }

  get #control(): HTMLInputElement | null {
    return this.shadowRoot?.querySelector('input') ?? null
  }

  protected override willUpdate(changes?: PropertyValues<this>): void {
    // untyped code can set any value
    if (changes?.has('value')) this.value = toText(this.value) ?? 'on'
    super.willUpdate()
  }

  protected override get formValue(): string | null {
    return this.checked ? (toText(this.value) ?? 'on') : null
  }

  protected override get formState(): string {
    return this.checked ? 'on' : ''
  }

  protected override problems(): readonly FieldProblem[] {
    if (this.checked || !this.required) return []
    return [{ flag: 'valueMissing', text: this.kind === 'switch' ? texts.missingSwitch : texts.missingTick }]
  }

  protected override firstUpdated(): void {
    super.firstUpdated()
    const control = this.#control as HTMLInputElement
    control.checked = this.#isOn
    watchProperty(control, 'checked', () => this.requestUpdate('checked', null))
  }

  protected override restoreValue(state: string): void {
    this.checked = state === 'on'
  }

  protected override renderLabel(): typeof nothing {
    // `renderControl` renders the label beside the control
    return nothing
  }

  protected override renderControl(description: string): TemplateResult {
    return html`<label part="label">
      <input
        id="control"
        part="control"
        type="checkbox"
        role=${this.kind === 'switch' ? this.kind : nothing}
        ?disabled=${this.isDisabled}
        ?required=${this.required}
        aria-label=${this.spokenName}
        aria-invalid=${this.shownError ? 'true' : nothing}
        aria-describedby=${description}
        @input=${this.#input}
        @change=${this.#change}
        @keypress=${this.keypress}
      />
      ${this.label ? html`<span>${text(this.label)}</span>` : nothing}
    </label>`
  }

  /** Handles clicks of a `<label>` of the page and of scripts. The browser passes clicks inside the component to the control. */
  #click(event: Event): void {
    const control = this.#control
    if (event.composedPath()[0] !== this || !control || this.isDisabled) return
    // as in a native field, listeners see the new state, and can prevent the change
    const { checked } = control
    control.checked = !checked
    afterEvent(event, () => {
      if (event.defaultPrevented) control.checked = checked
      else {
        this.#input()
        this.tell('change')
      }
    })
  }

  #input(event?: Event): void {
    this.#isOn = this.checked
    this.requestUpdate('checked', null)
    if (!event?.composed) this.tell('input')
  }

  #change(): void {
    // the control was filled in without an input event
    if (this.checked !== this.#isOn) this.#input()
    this.tell('change')
  }
}
