import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'

import * as texts from '../languages/texts.js'
import { textOf } from '../lib/text-of.js'
import { HaiiloField, type FieldProblem } from './haiilo-field.js'
import { markStyles } from './mark.styles.js'
import { text } from '../lib/text.js'

/** What is on or off: a native checkbox with its label beside it. */
export abstract class HaiiloToggleField extends HaiiloField {
  static override styles: CSSResultGroup = [HaiiloField.styles, markStyles]
  static override properties: PropertyDeclarations = {
    checked: { type: Boolean },
    value: {},
  }

  /** Whether it is on. */
  declare checked: boolean
  /** What the form gets while it is on; while it is off, the form gets nothing. */
  declare value: string

  /** What it is to assistive technology. */
  protected abstract readonly kind: 'checkbox' | 'switch'
  #initial = false

  constructor() {
    super()
    this.checked = false
    this.value = 'on'
    this.addEventListener('click', (event) => {
      // a `<label>` of the page, or a script: a click inside reaches the control by itself
      if (event.composedPath()[0] === this) this.#control?.click()
    })
  }

  get #control(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input')
  }

  protected override firstUpdated(): void {
    this.#initial = this.checked
  }

  protected override updated(): void {
    // the person may have changed it since
    if (this.#control) this.#control.checked = this.checked
  }

  protected override willUpdate(changes?: PropertyValues<this>): void {
    // what comes from outside may be anything
    const checked: unknown = this.checked
    this.checked = Boolean(checked)
    if (changes?.has('value')) this.value = textOf(this.value) ?? 'on'
    super.willUpdate()
  }

  protected override get formValue(): string | null {
    return this.checked ? (textOf(this.value) ?? 'on') : null
  }

  protected override get formState(): string {
    return this.checked ? 'on' : ''
  }

  protected override problem(): FieldProblem | undefined {
    if (this.checked || !this.required) return undefined
    return { flag: 'valueMissing', text: this.kind === 'switch' ? texts.missingSwitch : texts.missingTick }
  }

  protected override resetValue(): void {
    this.checked = this.#initial
  }

  protected override restoreValue(state: string): void {
    this.checked = state === 'on'
  }

  protected override renderLabel(): typeof nothing {
    // it stands beside the control
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
      />
      ${this.label ? html`<span>${text(this.label)}</span>` : nothing}
    </label>`
  }

  #input(event: Event): void {
    event.stopPropagation()
    this.checked = (event.currentTarget as HTMLInputElement).checked
    this.tell('input')
  }

  #change(): void {
    this.tell('change')
  }
}
