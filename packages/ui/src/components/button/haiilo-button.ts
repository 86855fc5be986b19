import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'

import { autofocus } from '../../lib/autofocus.js'
import { define } from '../../lib/define.js'
import { PageNaming } from '../../lib/page-naming.js'
import { safeHref } from '../../lib/safe-href.js'
import { HaiiloElement } from '../../lib/haiilo-element.js'
import { spinnerRingStyles } from '../../lib/spinner-ring.styles.js'
import { buttonStyles } from './haiilo-button.styles.js'

/** The style of a button. Use at most one `primary` button per view. */
export type ButtonVariant = 'primary' | 'secondary' | 'text' | 'danger'

/**
 * A button. In a form it submits or resets, depending on its `type`. With an `href` it is a link that looks like a button.
 *
 * @summary Starts an action.
 * @slot - The text.
 * @slot start - An icon before the text.
 * @csspart button - The native button or link.
 * @csspart spinner - The spinner while the button is busy.
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

  /** The style of the button. */
  declare variant: ButtonVariant
  /** Whether a click submits its form, resets it, or neither. */
  declare type: 'button' | 'submit' | 'reset'
  /** The accessible name. Required if the slot contains only an icon. */
  declare label: string | undefined
  /** The name of the submitted value if this button submits the form. */
  declare name: string
  /** The submitted value, and the return value of a dialog that it closes. */
  declare value: string
  /** The address of the link. With it, the button does not belong to a form. Only http, https, mailto, tel and relative addresses are rendered. */
  declare href: string | undefined
  /** Where the link opens, as in `<a>`: `_blank`, for instance. */
  declare target: string | undefined
  /** Whether the button is disabled. */
  declare disabled: boolean
  /** Whether its action is in progress. A busy button keeps the focus, shows a spinner and ignores clicks. */
  declare busy: boolean

  readonly #internals: ElementInternals = this.attachInternals()
  readonly #naming: PageNaming = new PageNaming(this, this.#internals)
  #disabledByForm = false
  #formListeners: AbortController | undefined

  constructor() {
    super()
    this.variant = 'secondary'
    this.type = 'button'
    this.name = ''
    this.value = ''
    this.disabled = false
    this.busy = false
    // in the capture phase: clicks on an inactive button must not reach the listeners of the page
    this.addEventListener('click', (event) => this.#click(event), { capture: true })
  }

  /** The form that the button belongs to. */
  get form(): HTMLFormElement | null {
    return this.#internals.form
  }

  /** Clicks the button, like a person. */
  override click(): void {
    const control = this.shadowRoot?.querySelector<HTMLElement>('.button')
    if (control) control.click()
    else super.click()
  }

  /** Called by the browser when the form of the button changes. */
  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#formListeners?.abort()
    this.#formListeners = new AbortController()
    const { signal } = this.#formListeners
    form?.getRootNode().addEventListener('keypress', (event) => this.#clickOnEnter(event as KeyboardEvent), { signal })
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
    if (this.#isInactive) {
      event.preventDefault()
      event.stopImmediatePropagation()
    } else if (event.composedPath()[0] === this && !this.href) {
      // a click on a `<label>` of the page or by a script: act after the listeners of the page, which may prevent it
      setTimeout(() => {
        if (!event.defaultPrevented && !this.#isInactive) this.#submitOrReset(event)
      })
    }
  }

  get #isInactive(): boolean {
    return this.#isDisabled || this.busy
  }

  /** The native button is in a form of its own. So the browser calls this after all click listeners, unless one prevents the click. */
  #submitOrReset(event: Event): void {
    event.preventDefault()
    if (this.type === 'reset') this.form?.reset()
    else if (this.type === 'submit') this.form?.requestSubmit(this.#insertNativeButton())
  }

  /** Inserts a hidden native button until the next task: the browser accepts only native buttons as submitter. */
  #insertNativeButton(): HTMLButtonElement {
    const { name, value } = this
    const button = Object.assign(document.createElement('button'), {
      name,
      value,
      hidden: true,
      disabled: this.#isInactive,
    })
    for (const attribute of this.attributes) {
      if (attribute.name.startsWith('form')) button.setAttribute(attribute.name, attribute.value)
    }
    this.after(button)
    setTimeout(() => button.remove())
    return button
  }

  /** Makes Enter in a native input click this button: the browser only looks for native buttons. */
  #clickOnEnter({ key, target }: KeyboardEvent): void {
    const { localName, form } = target as HTMLInputElement
    const isInputOfForm = localName === 'input' && form === this.form
    if (key !== 'Enter' || !isInputOfForm || this.type !== 'submit' || this.href) return
    this.#insertNativeButton().addEventListener('click', (event) => {
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
    return html`<form @submit=${this.#submitOrReset} @reset=${this.#submitOrReset}>
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

  /** A disabled link, or one with an unsafe address, is rendered without `href`: it takes no focus and leads nowhere. */
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
