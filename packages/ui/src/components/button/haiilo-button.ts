import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'

import { autofocus } from '../../lib/autofocus.js'
import { define } from '../../lib/define.js'
import { PageNaming } from '../../lib/page-naming.js'
import { safeHref } from '../../lib/safe-href.js'
import { submitForm } from '../../lib/submit-form.js'
import { HaiiloElement } from '../../lib/haiilo-element.js'
import { spinnerRingStyles } from '../../lib/spinner-ring.styles.js'
import { buttonStyles } from './haiilo-button.styles.js'

/** How much weight a button has. One `primary` in a view is enough. */
export type ButtonVariant = 'primary' | 'secondary' | 'text' | 'danger'

/**
 * A button. In a form it submits or resets, as its `type` says; with an `href` it is a link that looks like a button.
 *
 * @summary Starts an action.
 * @slot - The text.
 * @slot start - An icon before the text.
 * @csspart button - The native button or link.
 * @csspart spinner - The arc that turns while it is busy.
 * @cssproperty --haiilo-control-height - Height of the button.
 */
export class HaiiloButton extends HaiiloElement {
  static readonly formAssociated = true
  static override shadowRootOptions: ShadowRootInit = { ...HaiiloElement.shadowRootOptions, delegatesFocus: true }
  static override styles: CSSResultGroup = [HaiiloElement.styles, spinnerRingStyles, buttonStyles]
  static override properties: PropertyDeclarations = {
    variant: { reflect: true },
    type: {},
    label: {},
    name: {},
    value: {},
    href: {},
    target: {},
    disabled: { type: Boolean, reflect: true },
    busy: { type: Boolean, reflect: true },
  }

  /** How much weight it has. */
  declare variant: ButtonVariant
  /** What it does to its form. */
  declare type: 'button' | 'submit' | 'reset'
  /** Its accessible name, where the slot holds nothing but an icon. */
  declare label: string | undefined
  /** The name under which its value is submitted if it submits the form. */
  declare name: string
  /** The submitted value, and the return value of a dialog that it closes. */
  declare value: string
  /** Where it leads: it is a link then, and no part of a form. Only http, https, mailto, tel and relative addresses are rendered. */
  declare href: string | undefined
  /** Where the link opens, as for `<a>`: `_blank`, for instance. */
  declare target: string | undefined
  /** It cannot be used. */
  declare disabled: boolean
  /** Its action is under way: it keeps the focus, shows a spinner and takes no second click. */
  declare busy: boolean

  readonly #internals: ElementInternals = this.attachInternals()
  readonly #naming: PageNaming = new PageNaming(this, this.#internals)
  #disabledByForm = false
  #listening: AbortController | undefined

  constructor() {
    super()
    this.variant = 'secondary'
    this.type = 'button'
    this.name = ''
    this.value = ''
    this.disabled = false
    this.busy = false
    // in the capture phase: a button that rests must not reach the listeners of the page
    this.addEventListener('click', (event) => this.#click(event), { capture: true })
  }

  /** The form that it belongs to. */
  get form(): HTMLFormElement | null {
    return this.#internals.form
  }

  /** Clicks the button, as a person does. */
  override click(): void {
    const control = this.shadowRoot?.querySelector<HTMLElement>('.button')
    if (control) control.click()
    else super.click()
  }

  /** Called by the browser when it belongs to another form. */
  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#listening?.abort()
    this.#listening = new AbortController()
    const { signal } = this.#listening
    form?.getRootNode().addEventListener('keypress', (event) => this.#offer(event as KeyboardEvent), { signal })
  }

  /** Called by the browser when a `<fieldset>` around it is disabled. */
  formDisabledCallback(disabled: boolean): void {
    this.#disabledByForm = disabled
    this.requestUpdate()
  }

  get #isDisabled(): boolean {
    return this.disabled || this.#disabledByForm
  }

  #click(event: MouseEvent): void {
    if (this.#rests) {
      event.preventDefault()
      event.stopImmediatePropagation()
    } else if (event.composedPath()[0] === this && !this.href) {
      // a `<label>` of the page, or a script: after the listeners of the page, which may prevent it
      setTimeout(() => {
        if (!event.defaultPrevented && !this.#rests) this.#act(event)
      })
    }
  }

  get #rests(): boolean {
    return this.#isDisabled || this.busy
  }

  /** In a form of its own, the native button acts when the browser does: after all listeners, unless one prevents it. */
  #act(event: Event): void {
    event.preventDefault()
    if (this.type === 'reset') this.form?.reset()
    else if (this.type === 'submit' && this.form) submitForm(this.form, this.#place())
  }

  /** Adds a hidden native button for one task: the browser accepts only native buttons as submitter. */
  #place(): HTMLButtonElement {
    const { name, value } = this
    const button = Object.assign(document.createElement('button'), { name, value, hidden: true, disabled: this.#rests })
    for (const attribute of this.attributes) {
      if (attribute.name.startsWith('form')) button.setAttribute(attribute.name, attribute.value)
    }
    this.after(button)
    setTimeout(() => button.remove())
    return button
  }

  /** Makes Enter in a native field find this button: the browser looks for native buttons only. */
  #offer({ key, target }: KeyboardEvent): void {
    const { localName, form } = target as HTMLInputElement
    const isForIt = localName === 'input' && form === this.form
    if (key !== 'Enter' || !isForIt || this.type !== 'submit' || this.href) return
    this.#place().addEventListener('click', (event) => {
      event.preventDefault()
      event.stopPropagation()
      this.click()
    })
  }

  protected override firstUpdated(): void {
    autofocus(this)
  }

  protected override render(): TemplateResult {
    return this.href ? this.#renderLink(this.href) : this.#renderButton()
  }

  #renderButton(): TemplateResult {
    const [ariaName, label, description, title] = this.#naming.texts
    const type = this.type === 'submit' || this.type === 'reset' ? this.type : 'button'
    return html`<form @submit=${this.#act} @reset=${this.#act}>
      <button
        class="button"
        part="button"
        type=${type}
        ?disabled=${this.#isDisabled}
        aria-disabled=${this.busy || nothing}
        aria-busy=${this.busy || nothing}
        aria-label=${ariaName || this.label || label || nothing}
        aria-describedby=${description ? 'about' : nothing}
        title=${title || nothing}
      >
        ${this.#renderContent()}
      </button>
    </form>`
  }

  /** A link without an address takes no focus and leads nowhere: so is one that is disabled, or that has an unsafe address. */
  #renderLink(href: string): TemplateResult {
    const [ariaName, label, description, title] = this.#naming.texts
    const address = this.#isDisabled ? nothing : safeHref(href, this)
    return html`<a
      class="button"
      part="button"
      role="link"
      href=${address}
      target=${this.target || nothing}
      rel=${this.target ? 'noopener' : nothing}
      aria-disabled=${address === nothing || this.busy || nothing}
      aria-busy=${this.busy || nothing}
      aria-label=${ariaName || this.label || label || nothing}
      aria-describedby=${description ? 'about' : nothing}
      title=${title || nothing}
      >${this.#renderContent()}</a
    >`
  }

  #renderContent(): TemplateResult {
    const description = this.#naming.texts[2]
    return html`<span class="text"><slot name="start"></slot><slot></slot></span>
      ${this.busy ? html`<span class="turning" part="spinner"></span>` : nothing}
      ${description ? html`<span id="about" hidden>${description}</span>` : nothing}`
  }
}

define('haiilo-button', HaiiloButton)

declare global {
  interface HTMLElementTagNameMap {
    'haiilo-button': HaiiloButton
  }
}
