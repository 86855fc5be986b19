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
import { joined, NAMING, referredText } from '../lib/page-texts.js'
import { countByEnter, submitByEnter } from '../lib/submit-by-enter.js'
import { toText } from '../lib/to-text.js'
import { fieldStyles } from './haiilo-field.styles.js'
import { text } from '../lib/text.js'

/** `title` describes an element, or names it. */
const TEXTS: MutationObserverInit = { ...NAMING, attributeFilter: [...(NAMING.attributeFilter ?? []), 'title'] }

/** Why a field is not valid, in the words of `ValidityState`, and which text of the kit says so. */
export interface FieldProblem {
  readonly flag: keyof ValidityStateFlags
  readonly text: KitText
  readonly values?: TextValues
}

/**
 * What all fields have: a label, a hint, an error that is tied to its control, and their part in a form. An error shows once the field
 * was left, or the form was to be sent.
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

  /** What the field asks for. */
  declare label: string
  /** Helps to fill it in. */
  declare hint: string
  /** What is wrong with the value, where the field cannot know: an answer of a server, for instance. It shows at once, and the field is invalid. */
  declare error: string
  /** Under this name its value is in the form. */
  declare name: string
  /** Whether it has to be filled in. */
  declare required: boolean
  /** It cannot be used, and is no part of the form's values. */
  declare disabled: boolean

  protected readonly language: LanguageController = new LanguageController(this)
  /** The property that the person changes. Its attribute is what a reset returns to. */
  protected readonly state: 'value' | 'checked' = 'value'
  readonly #internals = this.attachInternals()
  #custom = ''
  /** Why it is not valid, for the person. */
  #message = ''
  #sent: string | null = null
  #listening = new AbortController()
  /** Whether the state is the one of the attribute: nobody has set it since. */
  protected isInitial = true
  #isRestored = false
  /** Set before the first drawing, as frameworks do: it is what a reset returns to where there is no attribute. */
  #initial: unknown
  #touched = false
  #isLeft = false
  readonly #page = new MutationObserver(() => {
    if (this.#texts.join('\n') !== this.#spoken) this.requestUpdate()
  })
  #spoken = ''
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
      // the click may reset the form
      afterPress(() => this.#isLeft && this.#touch())
    })
    this.addEventListener('invalid', () => this.#touch())
  }

  /** The form that it belongs to. */
  get form(): HTMLFormElement | null {
    return this.#internals.form
  }

  /** What the browser's forms know of its validity. */
  get validity(): ValidityState {
    this.#judge()
    return this.#internals.validity
  }

  /** Why the field is not valid, for the person; empty while it is. */
  get validationMessage(): string {
    this.#judge()
    return this.willValidate ? this.#message : ''
  }

  /** Whether it takes part in the validation of its form. */
  get willValidate(): boolean {
    return this.isMutable && this.#internals.willValidate
  }

  /** Whether the value is valid. Fires `invalid` if it is not, as all fields do. */
  checkValidity(): boolean {
    this.#judge()
    return this.#internals.checkValidity()
  }

  /** Whether the value is valid. If it is not, says so beside the field and moves the focus there. */
  reportValidity(): boolean {
    this.#judge()
    return this.#internals.reportValidity()
  }

  /** Makes the field invalid for a reason of your own; an empty text takes it back. */
  setCustomValidity(message: string): void {
    if (message === this.#custom) return
    this.#custom = message
    this.requestUpdate()
    this.#judge()
  }

  /** Moves the focus to its control. The text in it is not selected. */
  override focus(options?: FocusOptions): void {
    const control = this.shadowRoot?.querySelector<HTMLElement>('#control')
    // by way of the component, the browser selects the text
    if (control) control.focus(options)
    else super.focus(options)
  }

  /** Called by the browser when it belongs to another form. */
  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#listening.abort()
    this.#listening = new AbortController()
    const { signal } = this.#listening
    form?.addEventListener('formdata', (event) => this.#correct(event), { signal })
    form?.addEventListener('keypress', (event) => countByEnter(this, event), { signal })
    // before a button submits
    form?.addEventListener('click', () => this.#judge(), { signal, capture: true })
  }

  /** Called by the browser when the form is reset. */
  formResetCallback(): void {
    this.#touched = this.#isLeft = false
    this.#assign(this.getAttribute(this.state) ?? this.#initial)
    this.requestUpdate()
  }

  /** Called by the browser when a `<fieldset>` around it is disabled. */
  formDisabledCallback(disabled: boolean): void {
    this.#disabledByForm = disabled
    this.requestUpdate()
  }

  /** Called by the browser when it fills in what was there before. */
  formStateRestoreCallback(state: string | File | FormData | null): void {
    if (typeof state !== 'string') return
    this.#isRestored = true
    this.restoreValue(state)
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (name !== this.state) super.attributeChangedCallback(name, before, value)
    // as in a native field, it counts until the value is set
    else if (this.isInitial) this.#assign(value)
  }

  /** The value as the form has it; `null` for none. */
  protected abstract get formValue(): string | null
  /** What the browser keeps to fill it in again, where that is more than the value. */
  protected get formState(): string | null {
    return this.formValue
  }
  /** Why the value is not valid, beyond what counts for all fields. The person gets the first reason. */
  protected abstract problems(): readonly FieldProblem[]
  protected abstract restoreValue(state: string): void
  /** The control itself, with the ids of what describes it. */
  protected abstract renderControl(description: string): TemplateResult

  /** Whether it is disabled, by itself or by a `<fieldset>`. */
  protected get isDisabled(): boolean {
    return this.disabled || this.#disabledByForm
  }

  /** Whether the person can change it. */
  protected get isMutable(): boolean {
    return !this.isDisabled
  }

  /** What its control is called, where that is not its label: by ARIA attributes of the component, or by a `<label>` of the page. */
  protected get spokenName(): string | typeof nothing {
    return this.#texts[0] || nothing
  }

  /** What names and describes it in the page. */
  get #texts(): readonly [name: string, description: string] {
    const given = referredText(this, 'aria-labelledby') || this.ariaLabel
    const name = given || (this.label ? '' : joined([...this.#internals.labels] as Element[], this))
    const description = referredText(this, 'aria-describedby')
    return name || this.label ? [name, description || this.title] : [this.title, description]
  }

  /** What is said to be wrong with it at the moment. */
  protected get shownError(): string {
    return this.error || (this.#touched && this.isMutable ? this.#message : '')
  }

  /** Tells the page what the person did, where the native event of the control ends at its shadow root. */
  protected tell(type: 'input' | 'change'): void {
    this.dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' }))
  }

  override requestUpdate(name?: PropertyKey, before?: unknown, options?: PropertyDeclaration): void {
    super.requestUpdate(name, before, options)
    // the first value is the constructor's
    if (name === this.state && before !== undefined) this.isInitial = false
    // the browser knows it by the attribute, and a page may ask at once
    if (name === 'disabled' && this.hasUpdated) this.toggleAttribute(name, !!(this.disabled as unknown))
    // a form that is asked in the same breath shall not answer for the value of before
    if (name !== undefined && this.hasUpdated) this.#judge()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#page.observe(this.getRootNode(), TEXTS)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#page.disconnect()
  }

  protected override performUpdate(): void {
    // what a script of the page set before the component was defined comes later, and is not initial
    if (!this.hasUpdated && !this.isInitial && !this.#isRestored) this.#initial = Reflect.get(this, this.state)
    super.performUpdate()
  }

  protected override firstUpdated(): void {
    autofocus(this)
  }

  protected override willUpdate(): void {
    // what comes from outside may be anything
    for (const name of ['label', 'hint', 'error'] as const) this[name] = toText(this[name]) ?? ''
    this.#judge()
    this.#internals.states?.[this.shownError ? 'add' : 'delete']('user-invalid')
  }

  protected override render(): TemplateResult {
    this.#spoken = this.#texts.join('\n')
    const description = [this.#texts[1] && 'about', this.hint && 'hint', 'error'].filter(Boolean).join(' ')
    return html`${this.renderLabel()}${this.renderControl(description)}${this.renderNotes()}
      <span id="anchor" tabindex=${this.isDisabled ? nothing : -1} @focusin=${this.#enter}></span>`
  }

  /** The browser leads here from a form that is not valid. Firefox closes its bubble when the focus moves on. */
  #enter(): void {
    queueMicrotask(() => this.focus())
  }

  /** Enter submits the form. */
  protected readonly submit = (event: Event): void => {
    event.preventDefault()
    submitByEnter(this, this.form)
  }

  /** Enter submits the form, where the browser does not look for a submit button. */
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

  /** What was filled in without an event is the form's too. */
  #correct({ formData }: FormDataEvent): void {
    const { name } = this
    const before = this.#sent
    this.#judge()
    const after = this.#sent
    if (after === before || !name || this.isDisabled) return
    const values = formData.getAll(name)
    if (before !== null) values.splice(values.indexOf(before), 1)
    formData.delete(name)
    for (const value of after === null ? values : [...values, after]) formData.append(name, value)
  }

  /** Sets the state to what its attribute says. */
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

  #judge(): void {
    this.#sent = this.formValue
    const { form } = this
    const isKept = (Reflect.get(this, 'autocomplete') || form?.autocomplete) !== 'off'
    this.#internals.setFormValue(this.#sent, isKept ? this.formState : null)
    const problems = this.problems()
    const given = toText(this.error) || this.#custom
    const flags = Object.fromEntries(problems.map(({ flag }) => [flag, true]))
    const [first] = problems
    this.#message = given || (first ? this.language.say(first.text, first.values) : '')
    const anchor = this.shadowRoot?.querySelector<HTMLElement>('#anchor') ?? undefined
    // the message is shown beside the field. Of a blank one, the browser shows no bubble, and it still moves the focus
    this.#internals.setValidity({ ...flags, customError: given !== '' }, ' ', anchor)
  }
}
