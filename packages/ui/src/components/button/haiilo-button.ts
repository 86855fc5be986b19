import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'

import { define } from '../../lib/define.js'
import { safeHref } from '../../lib/safe-href.js'
import { submitForm } from '../../lib/submit-form.js'
import { HaiiloElement } from '../../lib/haiilo-element.js'
import { turningStyles } from '../../lib/turning.styles.js'
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
  static override styles: CSSResultGroup = [HaiiloElement.styles, turningStyles, buttonStyles]
  static override properties: PropertyDeclarations = {
    variant: { reflect: true },
    type: {},
    label: {},
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
  /** Where it leads: it is a link then, and no part of a form. Only http, https, mailto, tel and relative addresses are rendered. */
  declare href: string | undefined
  /** Where the link opens, as for `<a>`: `_blank`, for instance. */
  declare target: string | undefined
  /** It cannot be used. */
  declare disabled: boolean
  /** Its action is under way: it keeps the focus, shows a spinner and takes no second click. */
  declare busy: boolean

  readonly #internals: ElementInternals
  #disabledByForm = false

  constructor() {
    super()
    this.#internals = this.attachInternals()
    this.variant = 'secondary'
    this.type = 'button'
    this.disabled = false
    this.busy = false
    // in the capture phase: a button that rests must not reach the listeners of the page
    this.addEventListener('click', (event) => this.#click(event), { capture: true })
  }

  /** The form that it belongs to. */
  get form(): HTMLFormElement | null {
    return this.#internals.form
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
    if (this.#isDisabled || this.busy) {
      event.preventDefault()
      event.stopImmediatePropagation()
    } else if (!this.href) {
      // after the listeners of the page, which may prevent it
      setTimeout(() => this.#act(event))
    }
  }

  #act(event: MouseEvent): void {
    if (event.defaultPrevented) return
    if (this.type === 'submit') submitForm(this.form)
    if (this.type === 'reset') this.form?.reset()
  }

  protected override render(): TemplateResult {
    return this.href ? this.#renderLink(this.href) : this.#renderButton()
  }

  #renderButton(): TemplateResult {
    return html`<button
      class="button"
      part="button"
      type="button"
      ?disabled=${this.#isDisabled}
      aria-disabled=${this.busy || nothing}
      aria-busy=${this.busy || nothing}
      aria-label=${this.label || nothing}
    >
      ${this.#renderContent()}
    </button>`
  }

  /** A link without an address takes no focus and leads nowhere: so is one that is disabled, or that has an unsafe address. */
  #renderLink(href: string): TemplateResult {
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
      aria-label=${this.label || nothing}
      >${this.#renderContent()}</a
    >`
  }

  #renderContent(): TemplateResult {
    return html`<span class="text"><slot name="start"></slot><slot></slot></span>
      ${this.busy ? html`<span class="turning" part="spinner"></span>` : nothing}`
  }
}

define('haiilo-button', HaiiloButton)

declare global {
  interface HTMLElementTagNameMap {
    'haiilo-button': HaiiloButton
  }
}
