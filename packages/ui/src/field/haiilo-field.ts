import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclaration,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit'

import { LanguageController } from '../languages/language-controller.js'
import type { KitText, TextValues } from '../languages/languages.js'
import * as texts from '../languages/texts.js'
import { HaiiloElement } from '../lib/haiilo-element.js'
import { afterEvent } from '../lib/after-event.js'
import { afterPress } from '../lib/after-press.js'
import { autofocus } from '../lib/autofocus.js'
import { PageNaming } from '../lib/page-naming.js'
import { countAsNativeField, submitByEnter } from '../lib/submit-by-enter.js'
import { toText } from '../lib/to-text.js'
import { fieldStyles } from './haiilo-field.styles.js'
import { text } from '../lib/text.js'

/** A reason why a field is invalid: the flag of `ValidityState`, and the text for the person. */
export interface FieldProblem {
  readonly flag: keyof ValidityStateFlags
  readonly text: KitText
  readonly values?: TextValues
}

/**
 * The base class of all fields: a label, a hint, an error message for the control, and participation in a form. The error message appears
 * when the field loses the focus or the form is submitted.
 */
export abstract class HaiiloField extends HaiiloElement {
  static readonly formAssociated = true
  static override shadowRootOptions: ShadowRootInit = { ...HaiiloElement.shadowRootOptions, delegatesFocus: true }
  static override styles: CSSResultGroup = [HaiiloElement.styles, fieldStyles]
  static override properties: PropertyDeclarations = {
    label: {},
    hint: {},
    error: {},
    name: { reflect: true },
    required: { type: Boolean, reflect: true },
    disabled: { type: Boolean, reflect: true },
    ariaLabel: { attribute: 'aria-label' },
  }

  /** The label of the field. */
  declare label: string
  /** A help text below the control. */
  declare hint: string
  /** An error message that the field cannot determine itself, for example from a server. It appears immediately and makes the field invalid. */
  declare error: string
  /** The name of the value in the form data. */
  declare name: string
  /** Whether a value is required. */
  declare required: boolean
  /** Whether the field is disabled. A disabled field is not part of the form data. */
  declare disabled: boolean

  protected readonly language: LanguageController = new LanguageController(this)
  /** The property that the person changes. A form reset sets it to the value of its attribute. */
  protected readonly state: 'value' | 'checked' = 'value'
  readonly #internals = this.attachInternals()
  readonly #naming = new PageNaming(this, this.#internals)
  #customMessage = ''
  /** The error message from validation. */
  #message = ''
  #submittedValue: string | null = null
  #formListeners = new AbortController()
  /** Whether the state still has the value of its attribute, because nothing has set it since. */
  protected isInitial = true
  #isRestored = false
  /** The state that was set before the first render, as frameworks do. A form reset restores it if there is no attribute. */
  #initial: unknown
  #touched = false
  #isLeft = false
  #disabledByForm = false

  constructor() {
    super()
    this.label = ''
    this.hint = ''
    this.error = ''
    this.name = ''
    this.required = false
    this.disabled = false
    this.addEventListener('focusout', () => {
      this.#isLeft = true
      // the click that moves the focus can reset the form
      afterPress(() => this.#isLeft && this.#touch())
    })
    this.addEventListener('invalid', () => this.#touch())
  }

  /** The form that the field belongs to. */
  get form(): HTMLFormElement | null {
    return this.#internals.form
  }

  /** The validity state, as in native fields. */
  get validity(): ValidityState {
    this.#validate()
    return this.#internals.validity
  }

  /** The error message for the person. Empty while the field is valid. */
  get validationMessage(): string {
    this.#validate()
    return this.willValidate ? this.#message : ''
  }

  /** Whether the field is validated with its form. */
  get willValidate(): boolean {
    return this.isMutable && this.#internals.willValidate
  }

  /** Returns whether the value is valid. Fires `invalid` if it is not, as native fields do. */
  checkValidity(): boolean {
    this.#validate()
    return this.#internals.checkValidity()
  }

  /** Returns whether the value is valid. If it is not, shows the error message and moves the focus to the field. */
  reportValidity(): boolean {
    this.#validate()
    return this.#internals.reportValidity()
  }

  /** Makes the field invalid, with a message of your own. An empty message removes the error. */
  setCustomValidity(message: string): void {
    if (message === this.#customMessage) return
    this.#customMessage = message
    this.requestUpdate()
    this.#validate()
  }

  /** Moves the focus to the control. Its text is not selected. */
  override focus(options?: FocusOptions): void {
    const control = this.shadowRoot?.querySelector<HTMLElement>('#control')
    // if the component delegates the focus, the browser selects the text
    if (control) control.focus(options)
    else super.focus(options)
  }

  /** The browser calls it when the field gets another form. */
  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#formListeners.abort()
    this.#formListeners = new AbortController()
    const { signal } = this.#formListeners
    form?.addEventListener('formdata', (event) => this.#correctFormData(event), { signal })
    form?.addEventListener('keypress', (event) => countAsNativeField(this, event), { signal })
    // validates before a button submits the form
    form?.addEventListener('click', () => this.#validate(), { signal, capture: true })
  }

  /** The browser calls it when the form is reset. */
  formResetCallback(): void {
    this.#touched = this.#isLeft = false
    this.#assign(this.getAttribute(this.state) ?? this.#initial)
    this.requestUpdate()
  }

  /** The browser calls it when a surrounding `<fieldset>` is disabled or enabled. */
  formDisabledCallback(disabled: boolean): void {
    this.#disabledByForm = disabled
    this.requestUpdate()
  }

  /** The browser calls it to restore the state of an earlier visit. */
  formStateRestoreCallback(state: string | File | FormData | null): void {
    if (typeof state !== 'string') return
    this.#isRestored = true
    this.restoreValue(state)
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (name !== this.state) super.attributeChangedCallback(name, before, value)
    // as in a native field, the attribute decides until the value is set
    else if (this.isInitial) this.#assign(value)
  }

  /** The value in the form data, or `null` for none. */
  protected abstract get formValue(): string | null
  /** The state that the browser saves for `formStateRestoreCallback`. */
  protected get formState(): string | null {
    return this.formValue
  }
  /** The reasons why the value is invalid, except `error` and custom validity. The person sees the first one. */
  protected abstract problems(): readonly FieldProblem[]
  /** Sets the state to one that `formState` returned. */
  protected abstract restoreValue(state: string): void
  /**
   * Renders the control.
   *
   * @param description The ids for `aria-describedby`.
   */
  protected abstract renderControl(description: string): TemplateResult

  /** Whether the field or a surrounding `<fieldset>` is disabled. */
  protected get isDisabled(): boolean {
    return this.disabled || this.#disabledByForm
  }

  /** Whether the person can change the value. */
  protected get isMutable(): boolean {
    return !this.isDisabled
  }

  /** The accessible name if it is not `label`: from ARIA attributes of the component, or from a `<label>` of the page. */
  protected get spokenName(): string | typeof nothing {
    return this.#texts[0] || nothing
  }

  /** The name and description from the page. The `title` is the name of a field without any other name. */
  get #texts(): readonly [name: string, description: string] {
    const [ariaName = '', labels = '', description = '', title = ''] = this.#naming.texts
    const name = ariaName || (this.label ? '' : labels)
    return name || this.label ? [name, description || title] : [title, description]
  }

  /** The error message that is shown now. */
  protected get shownError(): string {
    return this.error || (this.#touched && this.isMutable ? this.#message : '')
  }

  /** Fires an event on the component when the native event of the control does not leave the shadow root. */
  protected tell(type: 'input' | 'change'): void {
    this.dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' }))
  }

  override requestUpdate(name?: PropertyKey, before?: unknown, options?: PropertyDeclaration): void {
    super.requestUpdate(name, before, options)
    // the constructor sets the first value
    if (name === this.state && before !== undefined) this.isInitial = false
    // the browser reads the attribute, and a page may query the state immediately
    if (name === 'disabled' && this.hasUpdated) this.toggleAttribute(name, !!(this.disabled as unknown))
    // a form that is validated or submitted before the next render must use the new value
    if (name !== undefined && this.hasUpdated) this.#validate()
  }

  protected override performUpdate(): void {
    // a value that a script set before the component was defined is not initial: Lit applies it in `super.performUpdate`
    if (!this.hasUpdated && !this.isInitial && !this.#isRestored) this.#initial = Reflect.get(this, this.state)
    super.performUpdate()
  }

  protected override firstUpdated(): void {
    autofocus(this)
  }

  protected override willUpdate(): void {
    // untyped code can set any value
    for (const name of ['label', 'hint', 'error'] as const) this[name] = toText(this[name]) ?? ''
    this.#validate()
    this.#internals.states?.[this.shownError ? 'add' : 'delete']('user-invalid')
  }

  protected override render(): TemplateResult {
    const description = [this.#texts[1] && 'about', this.hint && 'hint', 'error'].filter(Boolean).join(' ')
    return html`${this.renderLabel()}${this.renderControl(description)}${this.renderNotes()}
      <span id="anchor" tabindex=${this.isDisabled ? nothing : -1} @focusin=${this.#focusControl}></span>`
  }

  /** The browser focuses the anchor of an invalid field. The control gets the focus a microtask later: Firefox then closes its bubble. */
  #focusControl(): void {
    queueMicrotask(() => this.focus())
  }

  /** Submits the form, as Enter does in a native field. */
  protected readonly submit = (event: Event): void => {
    event.preventDefault()
    submitByEnter(this, this.form)
  }

  /** Submits the form when Enter is pressed in a control for which the browser does not do it. */
  protected readonly keypress = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') afterEvent(event, () => event.defaultPrevented || submitByEnter(this, this.form))
  }

  protected renderLabel(): TemplateResult | typeof nothing {
    if (!this.label) return nothing
    return html`<label id="label" part="label" for="control"
      ><span>${text(this.label)}</span>${this.renderOptional()}</label
    >`
  }

  protected renderOptional(): TemplateResult | typeof nothing {
    return this.required ? nothing : html` <span class="optional">${text(this.language.say(texts.optional))}</span>`
  }

  protected renderNotes(): TemplateResult {
    return html`<p id="about" hidden>${this.#texts[1]}</p>
      ${this.hint ? html`<p id="hint" part="hint">${text(this.hint)}</p>` : nothing}
      <p id="error" part="error" aria-live="polite">${text(this.shownError)}</p>`
  }

  /** Corrects the form data if the control was filled in without an event. */
  #correctFormData({ formData }: FormDataEvent): void {
    const { name } = this
    const before = this.#submittedValue
    this.#validate()
    const after = this.#submittedValue
    if (after === before || !name || this.isDisabled) return
    const values = formData.getAll(name)
    if (before !== null) values.splice(values.indexOf(before), 1)
    formData.delete(name)
    for (const value of after === null ? values : [...values, after]) formData.append(name, value)
  }

  /** Sets the state to the value of its attribute, and marks it as initial. */
  #assign(value: unknown): void {
    this.assign(this.state === 'value' ? (toText(value) ?? '') : value != null && value !== false)
    this.isInitial = true
  }

  protected assign(state: string | boolean): void {
    Reflect.set(this, this.state, state)
  }

  #touch(): void {
    if (this.#touched) return
    this.#touched = true
    this.requestUpdate()
  }

  #validate(): void {
    this.#submittedValue = this.formValue
    const { form } = this
    const isKept = (Reflect.get(this, 'autocomplete') || form?.autocomplete) !== 'off'
    this.#internals.setFormValue(this.#submittedValue, isKept ? this.formState : null)
    const problems = this.problems()
    const given = toText(this.error) || this.#customMessage
    const flags = Object.fromEntries(problems.map(({ flag }) => [flag, true]))
    const [first] = problems
    this.#message = given || (first ? this.language.say(first.text, first.values) : '')
    const anchor = this.shadowRoot?.querySelector<HTMLElement>('#anchor') ?? undefined
    // the field shows the message itself. With a blank message, the browser shows no bubble but still moves the focus
    this.#internals.setValidity({ ...flags, customError: given !== '' }, ' ', anchor)
  }
}
