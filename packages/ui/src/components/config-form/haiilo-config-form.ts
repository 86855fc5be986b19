/* eslint-disable @typescript-eslint/no-unsafe-declaration-merging -- the interface adds no member: it types the `save` event of addEventListener, which every element has */
import { onSave, type HaiiloHost, type SaveRequest } from '@haiilo-kit/core'
import type { ConfigSource } from '@haiilo-kit/manifest'
import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'

import { LanguageController } from '../../languages/language-controller.js'
import { fallbackChain, say, type KitText, type TextValues } from '../../languages/languages.js'
import * as texts from '../../languages/texts.js'
import { define } from '../../lib/define.js'
import { HaiiloElement } from '../../lib/haiilo-element.js'
import { HostController } from '../../lib/host-controller.js'
import '../alert/haiilo-alert.js'
import '../host-status/haiilo-host-status.js'
import { text } from '../../lib/text.js'
import { canonical } from './canonical.js'
import type { Entry } from './field-kind.js'
import { formFields, NO_FIELDS } from './form-fields.js'
import {
  invalidKeys,
  isDirty,
  openForm,
  storedOf,
  valuesOf,
  withEntry,
  withSaved,
  type ConfigValues,
  type FormState,
} from './form-state.js'
import { configFormStyles } from './haiilo-config-form.styles.js'
import { renderField, type FieldControl } from './render-field.js'
import { renderSummary } from './render-summary.js'
import { untilAborted } from './until-aborted.js'

export type { ConfigValues }

/** What is wrong with the values, by field key, in the person's language. A field without a message is valid. */
export type ConfigMessages = Readonly<Record<string, string | null | undefined>>

/** Checks values that are valid for their fields, for instance with a back end. `signal` aborts when the result is no longer needed. */
export type ConfigValidator = (
  values: ConfigValues,
  options: { readonly signal: AbortSignal },
) => ConfigMessages | null | undefined | PromiseLike<ConfigMessages | null | undefined>

/**
 * A settings form, rendered from the fields of `defineFields` in the person's language. With the host of a configuration view, it starts
 * with the stored values. It answers "save" with the values, or with `false` while they are invalid.
 *
 * @summary The whole configuration view of a plug-in.
 * @slot - Content after the fields.
 * @fires {CustomEvent<ConfigValues>} save - Valid values were sent to the host, or returned by `save()`.
 * @csspart fields - The container of the fields.
 * @csspart summary - The list of problems after a refused save.
 * @csspart problem - The message about fields that are not declared correctly.
 */
export class HaiiloConfigForm extends HaiiloElement {
  static override styles: CSSResultGroup = [HaiiloElement.styles, configFormStyles]
  static override properties: PropertyDeclarations = {
    fields: { attribute: false },
    entryPoint: { attribute: 'entry-point' },
    host: { attribute: false },
    stored: { attribute: false },
    validate: { attribute: false },
    unguarded: { type: Boolean },
    busy: { type: Boolean, reflect: true },
    dirty: { type: Boolean, reflect: true },
    form: { state: true },
    validatorMessages: { state: true },
    summaryKeys: { state: true },
    areFieldsMissing: { state: true },
  }

  /** The fields to render: the result of `defineFields`, a list of fields, or a manifest as an object or as text. */
  declare fields: ConfigSource | string | undefined
  /** For a manifest: the id of the entry point. Default: the fields of all entry points. */
  declare entryPoint: string | undefined
  /** The connection of the configuration view: `createHaiiloHost({ view: 'config' })`. */
  declare host: HaiiloHost<unknown> | undefined
  /** The stored values. Used only without a host. */
  declare stored: Readonly<Record<string, unknown>> | undefined
  /** Checks the values before they are saved. Called only with values that are valid for their fields. */
  declare validate: ConfigValidator | undefined
  /** Lets the person leave the page with unsaved changes without a confirmation. */
  declare unguarded: boolean
  /** Whether values are being checked. @readonly */
  declare busy: boolean
  /** Whether there are unsaved changes. @readonly */
  declare dirty: boolean

  declare private form: FormState
  /** What `validate` said, by field key. */
  declare private validatorMessages: ReadonlyMap<string, string>
  /** The keys of the fields in the summary. `undefined` until a save is refused. */
  declare private summaryKeys: readonly string[] | undefined
  /** Whether `fields` was not set in time. */
  declare private areFieldsMissing: boolean

  readonly #pageLanguage = new LanguageController(this)
  readonly #connection = new HostController(this)
  /** The last configuration from the host or `stored`, as canonical JSON. Equal text means that nothing changed. `null` before the first. */
  #given: string | undefined | null = null
  /** The latest known stored configuration: from the host or `stored`, or from a save after that. */
  #stored: unknown
  readonly #warned = new Set<string>()
  #fieldsTimer = 0
  #answeredHost: HaiiloHost<unknown> | undefined
  #stopAnswering = (): void => undefined
  #currentCheck = new AbortController()

  constructor() {
    super()
    this.unguarded = false
    this.busy = false
    this.dirty = false
    this.validatorMessages = new Map()
    this.areFieldsMissing = false
    this.form = openForm(NO_FIELDS, undefined)
  }

  /** The current values, valid or not. */
  get values(): ConfigValues {
    return valuesOf(this.form)
  }

  /**
   * Checks all values. If one is invalid, lists the problems, moves the focus to the list and resolves to `false`.
   *
   * @param options `signal`: aborts the check. A newer save also aborts an older one. An aborted save resolves to `false`.
   * @returns The configuration to store: the values, and the version of `defineFields` if there is one; or `false`. Never rejects.
   */
  async save({ signal }: { readonly signal?: AbortSignal } = {}): Promise<ConfigValues | false> {
    const checked = await this.#checkForm(signal)
    return checked ? this.#markSaved(checked) : false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('beforeunload', this.#confirmLeave)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#fieldsTimer)
    window.removeEventListener('beforeunload', this.#confirmLeave)
    this.#currentCheck.abort()
    this.#answerSavesOf(undefined)
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('host')) this.#given = null
    if (changes.has('fields')) this.areFieldsMissing = false
    const isNew = this.#takeStored()
    if (isNew || changes.has('fields') || changes.has('entryPoint')) this.#open()
    this.dirty = isDirty(this.form)
  }

  /**
   * Takes over the stored configuration if it changed, and returns whether it did. An equal configuration is ignored: it must not replace
   * values that were saved since.
   */
  #takeStored(): boolean {
    const { status, rawConfig } = this.#connection.snapshot
    // a host that is not ready does not clear the form
    if (this.host && status !== 'ready') return false
    const stored = this.host ? rawConfig : this.stored
    const given = canonical(stored)
    if (given === this.#given) return false
    this.#given = given
    this.#stored = { ...stored }
    return true
  }

  protected override updated(): void {
    this.#answerSavesOf(this.isConnected && !this.#setupProblem ? this.host : undefined)
    this.#awaitFields()
    const invalid = invalidKeys(this.form)
    for (const control of this.#controls) {
      control.setCustomValidity('')
      // the control itself reports length, range and missing values
      const isUndetected = invalid.has(keyOf(control)) && control.validity.valid
      if (isUndetected) control.setCustomValidity(this.#say(texts.wrongPattern))
    }
  }

  /** The mistake in the setup that prevents the form from being shown. */
  get #setupProblem(): readonly [text: KitText, forDevelopers: string] | undefined {
    const { host } = this
    // the page may set any value
    if (host && (host.view !== 'config' || typeof host.on !== 'function')) {
      return [texts.formHost, "haiilo-config-form: `host` must be createHaiiloHost({ view: 'config' })."]
    }
    return this.areFieldsMissing && this.fields === undefined
      ? [texts.formFields, 'haiilo-config-form: set `fields` to the result of defineFields([…]).']
      : undefined
  }

  /** A server-rendered page sets the fields a moment later. */
  #awaitFields(): void {
    clearTimeout(this.#fieldsTimer)
    if (this.fields === undefined && this.isConnected && !this.areFieldsMissing) {
      this.#fieldsTimer = window.setTimeout(() => (this.areFieldsMissing = true), 500)
    }
  }

  protected override render(): TemplateResult {
    if (this.#setupProblem) {
      this.#warnOnce(this.#setupProblem[1])
      return this.#renderProblem(this.#say(this.#setupProblem[0]))
    }
    const form = html`<form
      lang=${this.#chain[0] ?? nothing}
      novalidate
      aria-busy=${this.busy ? 'true' : nothing}
      @submit=${this.#submit}
      @input=${this.#input}
      @change=${this.#change}
    >
      ${this.summaryKeys ? this.#renderSummary() : nothing} ${this.#renderProblems()}
      <div part="fields" class="fields">${this.form.fields.map((field) => this.#renderField(field))}</div>
      <p role="status">${text(this.busy ? this.#say(texts.formChecking) : '')}</p>
      <slot></slot>
    </form>`
    return this.host ? html`<haiilo-host-status .host=${this.host}>${form}</haiilo-host-status>` : form
  }

  #renderField(field: FormState['fields'][number]): TemplateResult {
    return renderField(field, {
      entry: this.form.entries.get(field.key) ?? '',
      chain: this.#chain,
      error: this.validatorMessages.get(field.key) ?? '',
      note: this.form.staleKeys.has(field.key) ? this.#say(texts.storedUnfit) : '',
    })
  }

  #renderSummary(): TemplateResult {
    const links = this.#controls.filter((control) => this.summaryKeys?.includes(keyOf(control)))
    const count = links.length + this.#formMessages.length
    const heading = count ? this.#say(texts.formProblems, { count }) : this.#say(texts.formCheckFailed)
    return renderSummary(heading, links, this.#formMessages)
  }

  #renderProblems(): TemplateResult | typeof nothing {
    const { fields, problems } = this.form
    const count = problems.length
    if (count > 0) {
      return this.#renderProblem(fields.length ? this.#say(texts.formLeftOut, { count }) : this.#say(texts.formSource))
    }
    return fields.length === 0 && this.fields !== undefined ? html`<p>${text(this.#say(texts.formEmpty))}</p>` : nothing
  }

  #renderProblem(message: string): TemplateResult {
    return html`<haiilo-alert part="problem" tone="warning" tabindex="-1"><span>${text(message)}</span></haiilo-alert>`
  }

  /** Opens the form again with the current fields and stored values. Keeps what the person entered. */
  #open(): void {
    const fields = this.fields === undefined ? NO_FIELDS : formFields(this.fields, this.entryPoint)
    this.form = openForm(fields, this.#stored, this.form.entered)
    for (const message of [...this.form.problems, ...this.form.hints]) this.#warnOnce(message)
  }

  /** Warns the developer, once for each message. */
  #warnOnce(message: string): void {
    if (!this.#warned.has(message)) console.warn(message)
    this.#warned.add(message)
  }

  /** Marks all invalid fields. Returns whether the form may be saved. */
  #isValid(): boolean {
    const areValid = this.#controls.map((control) => control.checkValidity()).every(Boolean)
    // a save before fields and stored values are known would overwrite the stored values
    const isKnown = this.fields !== undefined && this.#given !== null && !this.#setupProblem
    return areValid && isKnown && !this.form.isUnreadable && invalidKeys(this.form).size === 0
  }

  /** Checks the form. Resolves to its state, or to `undefined` if it must not be saved. */
  async #checkForm(signal?: AbortSignal): Promise<FormState | undefined> {
    this.#currentCheck.abort()
    const check = new AbortController()
    this.#currentCheck = check
    const either = AbortSignal.any([check.signal, ...(signal ? [signal] : [])])
    this.validatorMessages = new Map()
    await this.updateComplete
    for (const control of this.#controls) this.#readAutofill(control)
    const { form, values } = this
    const isValid = this.#isValid() && (await this.#runValidator(values, either))
    if (check === this.#currentCheck) this.busy = false
    if (either.aborted) return undefined
    if (!isValid) return this.#showProblems()
    this.summaryKeys = undefined
    return form
  }

  /** Takes over the saved values as the stored ones, and fires `save`. */
  #markSaved(saved: FormState): ConfigValues {
    const stored = storedOf(saved)
    this.#stored = stored
    this.form = withSaved(this.form, saved, stored)
    this.dispatchEvent(new CustomEvent('save', { detail: stored }))
    return stored
  }

  async #runValidator(values: ConfigValues, signal: AbortSignal): Promise<boolean> {
    if (!this.validate) return true
    this.busy = true
    try {
      const messages = Object.entries((await untilAborted(signal, this.validate(values, { signal }))) ?? {})
      const problems = messages.filter((entry): entry is [string, string] => Boolean(entry[1]))
      if (!signal.aborted) this.validatorMessages = new Map(problems)
      return problems.length === 0
    } catch (error) {
      if (!signal.aborted) reportError(error)
      return false
    }
  }

  async #showProblems(): Promise<undefined> {
    // a save does not wait longer for the fields
    this.areFieldsMissing = this.fields === undefined
    await this.updateComplete
    const invalid = this.#controls.filter(({ validity }) => !validity.valid)
    // without a form, only the problem is shown
    this.summaryKeys = this.form.isUnreadable || this.#setupProblem ? undefined : invalid.map(keyOf)
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('[part=summary], [part=problem]')?.focus()
    return undefined
  }

  /** Messages of the validator that belong to none of the fields. */
  get #formMessages(): readonly string[] {
    const others = [...this.validatorMessages].filter(([key]) => !this.form.entries.has(key))
    return others.map(([, message]) => message)
  }

  #input(event: Event): void {
    this.#readEntry(event.target as FieldControl)
  }

  #change(event: Event): void {
    this.#readAutofill(event.target as FieldControl)
  }

  /** Reads a value that the browser filled in: autofill does not always fire an event. */
  #readAutofill(control: FieldControl): void {
    if (entryIn(control) !== this.form.entries.get(keyOf(control))) this.#readEntry(control)
  }

  #readEntry(control: FieldControl): void {
    const key = keyOf(control)
    if (!this.form.entries.has(key)) return
    this.form = withEntry(this.form, key, entryIn(control))
    // the validator's message was about the previous value
    this.validatorMessages = new Map([...this.validatorMessages].filter(([other]) => other !== key))
  }

  /** With a host, the dialog of the host saves. */
  #submit(event: Event): void {
    event.preventDefault()
    if (this.host) this.#isValid()
    else void this.save()
  }

  #answerSavesOf(host: HaiiloHost<unknown> | undefined): void {
    if (host === this.#answeredHost) return
    this.#stopAnswering()
    this.#answeredHost = host
    this.#stopAnswering = host ? onSave(host, (request) => this.#answerSave(host, request)) : () => undefined
  }

  async #answerSave(host: HaiiloHost<unknown>, { signal, answered }: SaveRequest): Promise<ConfigValues | false> {
    const checked = await this.#checkForm(signal)
    if (!checked) return false
    // another handler of the plug-in may still refuse
    void answered.then((isSaved) => {
      if (isSaved && host === this.host) this.#markSaved(checked)
    })
    return storedOf(checked)
  }

  readonly #confirmLeave = (event: BeforeUnloadEvent): void => {
    if (this.dirty && !this.unguarded) event.preventDefault()
  }

  get #controls(): readonly FieldControl[] {
    return [...this.renderRoot.querySelectorAll<FieldControl>('[data-key]')]
  }

  get #chain(): readonly string[] {
    const language = this.#connection.snapshot.context?.['userLanguage']
    return typeof language === 'string' ? fallbackChain(language) : this.#pageLanguage.chain
  }

  #say(text: KitText, values?: TextValues): string {
    return say(this.#chain, text, values)
  }
}

/** The key of the field that a control belongs to. Empty for controls in the slot. */
function keyOf({ dataset }: FieldControl): string {
  return dataset['key'] ?? ''
}

function entryIn(control: FieldControl): Entry {
  return 'checked' in control ? control.checked : control.value
}

export interface HaiiloConfigForm {
  /** Types the `save` event and its values, in code and in templates that use this type, such as Angular's. */
  addEventListener: ((
    type: 'save',
    listener: (event: CustomEvent<ConfigValues>) => unknown,
    options?: boolean | AddEventListenerOptions,
  ) => void) &
    HTMLElement['addEventListener']
}

define('haiilo-config-form', HaiiloConfigForm)

declare global {
  interface HTMLElementTagNameMap {
    'haiilo-config-form': HaiiloConfigForm
  }
}
