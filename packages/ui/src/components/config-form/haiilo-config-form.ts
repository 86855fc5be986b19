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
import { formFields, NOTHING } from './form-fields.js'
import {
  enter,
  invalidKeys,
  isDirty,
  keep,
  openForm,
  storedOf,
  valuesOf,
  type ConfigValues,
  type FormState,
} from './form-state.js'
import { configFormStyles } from './haiilo-config-form.styles.js'
import { renderField, type FieldControl } from './render-field.js'
import { renderSummary } from './render-summary.js'
import { untilAborted } from './until-aborted.js'

export type { ConfigValues }

/** What is wrong with values, by the keys of their fields; in the person's language. A field without a text is valid. */
export type ConfigMessages = Readonly<Record<string, string | null | undefined>>

/** Checks values that fit their fields, for instance with a back end. `signal` aborts when nobody waits for the answer any more. */
export type ConfigValidator = (
  values: ConfigValues,
  options: { readonly signal: AbortSignal },
) => ConfigMessages | null | undefined | PromiseLike<ConfigMessages | null | undefined>

/**
 * A settings form, drawn from the fields of `defineFields`, in the person's language. With a host of the configuration view it starts with
 * what is stored, and answers "save" with the values, or with `false` while they are not valid.
 *
 * @summary The whole configuration view of a plug-in.
 * @slot - What comes after the fields.
 * @fires {CustomEvent<ConfigValues>} save - Valid values were sent to the host, or returned by `save()`.
 * @csspart fields - What holds the fields.
 * @csspart summary - What lists the problems after a save that was refused.
 * @csspart problem - What says that fields are not declared correctly.
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
    refused: { state: true },
    listed: { state: true },
    overdue: { state: true },
  }

  /** What to draw: what `defineFields` has made, a list of fields, or a manifest or its text. */
  declare fields: ConfigSource | string | undefined
  /** For a manifest: the id of the entry point. Default: the fields of all entry points. */
  declare entryPoint: string | undefined
  /** The connection of the configuration view: `createHaiiloHost({ view: 'config' })`. */
  declare host: HaiiloHost<unknown> | undefined
  /** What is stored, where no host says so. */
  declare stored: Readonly<Record<string, unknown>> | undefined
  /** Checks values that fit their fields, when they are to be saved. */
  declare validate: ConfigValidator | undefined
  /** Leaving the page with unsaved changes asks nothing. */
  declare unguarded: boolean
  /** Whether values are being checked. @readonly */
  declare busy: boolean
  /** Whether there are unsaved changes. @readonly */
  declare dirty: boolean

  declare private form: FormState
  declare private refused: Readonly<Record<string, string>>
  /** The keys that the summary lists; absent until a save was refused. */
  declare private listed: readonly string[] | undefined
  /** Whether `fields` did not come in time. */
  declare private overdue: boolean

  readonly #pageLanguage = new LanguageController(this)
  readonly #connection = new HostController(this)
  /** What the host or `stored` has said last, as text: the same once more is nothing new. */
  #given: string | undefined | null = null
  /** What is stored, as far as is known: what was given, or saved since. */
  #stored: unknown
  readonly #told = new Set<string>()
  #patience = 0
  #answers: HaiiloHost<unknown> | undefined
  #stopAnswering = (): void => undefined
  #check = new AbortController()

  constructor() {
    super()
    this.unguarded = false
    this.busy = false
    this.dirty = false
    this.refused = {}
    this.overdue = false
    this.form = openForm(NOTHING, undefined)
  }

  /** The values as they stand, valid or not. */
  get values(): ConfigValues {
    return valuesOf(this.form)
  }

  /**
   * Checks all values. If one is not valid, lists what is wrong, moves the focus there and resolves to `false`.
   *
   * @param options.signal Aborts the check; a newer save aborts the older one, too. The result is then `false`.
   * @returns What is to be stored: the values, and the version of `defineFields` where there is one; or `false`. It never rejects.
   */
  async save({ signal }: { readonly signal?: AbortSignal } = {}): Promise<ConfigValues | false> {
    const checked = await this.#checked(signal)
    return checked ? this.#keep(checked) : false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('beforeunload', this.#guard)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#patience)
    window.removeEventListener('beforeunload', this.#guard)
    this.#check.abort()
    this.#answer(undefined)
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('host')) this.#given = null
    if (changes.has('fields')) this.overdue = false
    const isNew = this.#hasNews()
    if (isNew || changes.has('fields') || changes.has('entryPoint')) this.#open()
    this.dirty = isDirty(this.form)
  }

  /** Whether something else is stored than what was given last. A form that was saved knows better than who gives it the same once more. */
  #hasNews(): boolean {
    const { status, rawConfig } = this.#connection.snapshot
    // a host that does not say anything at the moment takes nothing back
    if (this.host && status !== 'ready') return false
    const stored = this.host ? rawConfig : this.stored
    const given = canonical(stored)
    if (given === this.#given) return false
    this.#given = given
    this.#stored = { ...stored }
    return true
  }

  protected override updated(): void {
    this.#answer(this.isConnected && !this.#flaw ? this.host : undefined)
    this.#awaitFields()
    const invalid = invalidKeys(this.form)
    for (const control of this.#controls) {
      control.setCustomValidity('')
      // a control tells by itself what it can: how long, how large, whether anything is there
      const isUnfit = invalid.has(control.dataset['key'] ?? '') && control.validity.valid
      if (isUnfit) control.setCustomValidity(this.#say(texts.wrongPattern))
    }
  }

  /** What keeps the whole form from being shown. */
  get #flaw(): readonly [text: KitText, forDevelopers: string] | undefined {
    const { host } = this
    // what a page gives may be anything
    if (host && (host.view !== 'config' || typeof host.on !== 'function')) {
      return [texts.formHost, "`host` of haiilo-config-form has to be createHaiiloHost({ view: 'config' })."]
    }
    return this.overdue && this.fields === undefined
      ? [texts.formFields, '`fields` of haiilo-config-form is missing: give it what defineFields([…]) has made.']
      : undefined
  }

  /** A page that a server has drawn gives the fields a moment later. */
  #awaitFields(): void {
    clearTimeout(this.#patience)
    if (this.fields === undefined && this.isConnected && !this.overdue) {
      this.#patience = window.setTimeout(() => (this.overdue = true), 500)
    }
  }

  protected override render(): TemplateResult {
    if (this.#flaw) {
      this.#tell(this.#flaw[1])
      return this.#renderProblem(this.#say(this.#flaw[0]))
    }
    const form = html`<form
      lang=${this.#chain[0] ?? nothing}
      novalidate
      aria-busy=${this.busy ? 'true' : nothing}
      @submit=${this.#submit}
      @input=${this.#input}
      @change=${this.#change}
    >
      ${this.listed ? this.#renderSummary() : nothing} ${this.#renderProblems()}
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
      error: Object.hasOwn(this.refused, field.key) ? (this.refused[field.key] ?? '') : '',
      note: this.form.unfit.has(field.key) ? this.#say(texts.storedUnfit) : '',
    })
  }

  #renderSummary(): TemplateResult {
    const links = this.#controls.filter((control) => this.listed?.includes(control.dataset['key'] ?? ''))
    const count = links.length + this.#general.length
    const heading = count ? this.#say(texts.formProblems, { count }) : this.#say(texts.formCheckFailed)
    return renderSummary(heading, links, this.#general)
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

  /** Reads anew what is to be drawn; what the person has entered stays. */
  #open(): void {
    const fields = this.fields === undefined ? NOTHING : formFields(this.fields, this.entryPoint)
    this.form = openForm(fields, this.#stored, this.form.entered)
    for (const message of [...this.form.problems, ...this.form.hints]) this.#tell(message)
  }

  /** Says it to the developer, once. */
  #tell(message: string): void {
    if (!this.#told.has(message)) console.warn(message)
    this.#told.add(message)
  }

  /** Marks all that is not valid, and says whether nothing is. */
  #isValid(): boolean {
    const areValid = this.#controls.map((control) => control.checkValidity()).every(Boolean)
    // what is not known yet would be overwritten
    const isKnown = this.fields !== undefined && this.#given !== null && !this.#flaw
    return areValid && isKnown && !this.form.isUnreadable && invalidKeys(this.form).size === 0
  }

  /** Checks the form. Resolves to its state if that may be saved. */
  async #checked(signal?: AbortSignal): Promise<FormState | undefined> {
    this.#check.abort()
    const check = new AbortController()
    this.#check = check
    const either = AbortSignal.any([check.signal, ...(signal ? [signal] : [])])
    this.refused = {}
    await this.updateComplete
    for (const control of this.#controls) this.#notice(control)
    const { form, values } = this
    const isValid = this.#isValid() && (await this.#passes(values, either))
    if (check === this.#check) this.busy = false
    if (either.aborted) return undefined
    if (!isValid) return this.#refuse()
    this.listed = undefined
    return form
  }

  /** Takes what was saved as stored. */
  #keep(saved: FormState): ConfigValues {
    const stored = storedOf(saved)
    this.#stored = stored
    this.form = keep(this.form, saved, stored)
    this.dispatchEvent(new CustomEvent('save', { detail: stored }))
    return stored
  }

  async #passes(values: ConfigValues, signal: AbortSignal): Promise<boolean> {
    if (!this.validate) return true
    this.busy = true
    try {
      const messages = Object.entries((await untilAborted(signal, this.validate(values, { signal }))) ?? {})
      const refused = messages.filter((entry): entry is [string, string] => Boolean(entry[1]))
      if (!signal.aborted) this.refused = Object.fromEntries(refused)
      return refused.length === 0
    } catch (error) {
      if (!signal.aborted) reportError(error)
      return false
    }
  }

  async #refuse(): Promise<undefined> {
    // who saves has waited long enough
    this.overdue = this.fields === undefined
    await this.updateComplete
    const invalid = this.#controls.filter(({ validity }) => !validity.valid)
    // where there is no form, nothing but that can be said of it
    this.listed = this.form.isUnreadable || this.#flaw ? undefined : invalid.map(({ dataset }) => dataset['key'] ?? '')
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('[part=summary], [part=problem]')?.focus()
    return undefined
  }

  /** What a check said of no field that is shown. */
  get #general(): readonly string[] {
    const others = Object.entries(this.refused).filter(([key]) => !this.form.entries.has(key))
    return others.map(([, message]) => message)
  }

  #input(event: Event): void {
    this.#take(event.target as FieldControl)
  }

  #change(event: Event): void {
    this.#notice(event.target as FieldControl)
  }

  /** Takes what a browser has filled in, which it does not always say. */
  #notice(control: FieldControl): void {
    if (entryIn(control) !== this.form.entries.get(control.dataset['key'] ?? '')) this.#take(control)
  }

  #take(control: FieldControl): void {
    const key = control.dataset['key']
    if (key === undefined) return
    this.form = enter(this.form, key, entryIn(control))
    // what a check said was about the value of before
    this.refused = Object.fromEntries(Object.entries(this.refused).filter(([refused]) => refused !== key))
  }

  /** With a host, it is the host's dialogue that saves. */
  #submit(event: Event): void {
    event.preventDefault()
    if (this.host) this.#isValid()
    else void this.save()
  }

  #answer(host: HaiiloHost<unknown> | undefined): void {
    if (host === this.#answers) return
    this.#stopAnswering()
    this.#answers = host
    this.#stopAnswering = host ? onSave(host, (request) => this.#answerSave(host, request)) : () => undefined
  }

  async #answerSave(host: HaiiloHost<unknown>, { signal, answered }: SaveRequest): Promise<ConfigValues | false> {
    const checked = await this.#checked(signal)
    if (!checked) return false
    // another handler of the plug-in may still refuse
    void answered.then((isSaved) => {
      if (isSaved && host === this.host) this.#keep(checked)
    })
    return storedOf(checked)
  }

  readonly #guard = (event: BeforeUnloadEvent): void => {
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

function entryIn(control: FieldControl): Entry {
  return 'checked' in control ? control.checked : control.value
}

export interface HaiiloConfigForm {
  /** Hears of `save` with its values, too: in code, and in templates that go by it, as Angular's do. */
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
