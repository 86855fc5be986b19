import type { PropertyDeclaration, PropertyDeclarations } from 'lit'

import * as texts from '../languages/texts.js'
import { toText } from '../lib/to-text.js'
import { readOptions, type FieldOption } from './field-option.js'
import { HaiiloField, type FieldProblem } from './haiilo-field.js'

const CHILDREN: MutationObserverInit = {
  attributeFilter: ['value', 'label', 'disabled'],
  characterData: true,
  childList: true,
  subtree: true,
}

/** A field with one choice out of several options. They come from `options`, or else from its `<option>` elements. */
export abstract class HaiiloOptionField extends HaiiloField {
  static override properties: PropertyDeclarations = {
    value: {},
    options: { attribute: false },
  }

  /** The value of the chosen option. If no option has this value, none is chosen until such an option is added. */
  get value(): string {
    return this.picked ?? this.#value
  }
  set value(value: string) {
    this.#value = value
  }
  /** The options. To change them, set a new array: changes to the same array have no effect. */
  declare options: readonly FieldOption[]

  readonly #children = new MutationObserver(() => this.requestUpdate('options'))
  #choices: ReadonlyMap<string, FieldOption> | undefined
  #value = ''

  constructor() {
    super()
    this.options = []
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#children.observe(this, CHILDREN)
    this.requestUpdate('options')
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#children.disconnect()
  }

  override requestUpdate(name?: PropertyKey, before?: unknown, options?: PropertyDeclaration): void {
    if (name === 'options') this.#choices = undefined
    super.requestUpdate(name, before, options)
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    // as in native selects and radio buttons, an option that the page marks as chosen replaces the choice of the person
    if (name === 'value' && value !== null && value !== before) this.isInitial = true
    super.attributeChangedCallback(name, before, value)
  }

  /** The value that the person has picked in the control, before an event reports it. */
  protected get picked(): string | undefined {
    return undefined
  }

  /** The options by their values. It is the same map until the options change. */
  protected get choices(): ReadonlyMap<string, FieldOption> {
    return (this.#choices ??= this.#readChoices())
  }

  /** The option that has the current value. */
  protected get chosen(): FieldOption | undefined {
    return this.choices.get(toText(this.value) ?? '')
  }

  /** Sets the option that the person has chosen, and fires events. */
  protected choose({ value }: FieldOption): void {
    this.value = value
    this.tell('input')
    this.tell('change')
  }

  protected override willUpdate(): void {
    // untyped code can set any value
    const value = toText(this.value) ?? ''
    if (value !== this.#value) this.value = value
    super.willUpdate()
  }

  protected override get formValue(): string | null {
    return this.chosen?.value ?? null
  }

  protected override get formState(): string {
    return toText(this.value) ?? ''
  }

  protected override problems(): readonly FieldProblem[] {
    // as in a native select, an option with an empty value means that nothing is chosen
    return this.required && !this.chosen?.value ? [{ flag: 'valueMissing', text: texts.missingChoice }] : []
  }

  protected override restoreValue(state: string): void {
    this.value = state
  }

  #readChoices(): ReadonlyMap<string, FieldOption> {
    const given = readOptions(this.options)
    return given.size ? given : readOptions(this.querySelectorAll('option'))
  }
}
