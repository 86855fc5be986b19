import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'

import { LanguageController } from '../../languages/language-controller.js'
import * as texts from '../../languages/texts.js'
import { define } from '../../lib/define.js'
import { HaiiloElement } from '../../lib/haiilo-element.js'
import { reportOverlay } from '../../lib/report-overlay.js'
import { text } from '../../lib/text.js'
import { cssZoom } from '../../lib/css-zoom.js'
import { focusContent, focusedElement } from './focus-content.js'
import { dialogStyles } from './haiilo-dialog.styles.js'
import { findVisibleTop } from './visible-top.js'

/** How wide a dialog is where there is room: 400, 600 or 800 pixels. */
export type DialogSize = 's' | 'm' | 'l'

/**
 * A modal dialog. It opens in the part of the frame that the person sees, and the frame makes room for it: where
 * `observeHeight` of `@haiilo-kit/core` keeps the height, nothing of it is cut off and nothing in it scrolls.
 *
 * The focus moves to what says `autofocus`, or else to the first field in it, or else to its heading, and back when it closes.
 * A `<form method="dialog">` in it closes it, with the value of the button.
 *
 * @summary Asks for something before all else goes on.
 * @slot - The content.
 * @slot actions - Buttons, the most important one last.
 * @fires {Event} cancel - The person is about to close it by Escape, the close button or the backdrop. Prevent it to keep it open.
 * @fires {Event} close - It is closed, by whomever.
 * @csspart dialog - The native dialog.
 * @csspart header - The row of heading and close button.
 * @csspart heading - The heading.
 * @csspart close-button - The close button.
 * @csspart body - The content.
 * @csspart actions - The row of buttons.
 */
export class HaiiloDialog extends HaiiloElement {
  static override styles: CSSResultGroup = [HaiiloElement.styles, dialogStyles]
  static override properties: PropertyDeclarations = {
    open: { type: Boolean, reflect: true },
    heading: {},
    size: { reflect: true },
    closeOnBackdrop: { type: Boolean, attribute: 'close-on-backdrop' },
  }

  /** Whether it is open. */
  declare open: boolean
  /** What it is about: its heading and its accessible name. */
  declare heading: string
  /** How wide it is where there is room. */
  declare size: DialogSize
  /** A click beside it closes it, too (in browsers that know `closedby`). */
  declare closeOnBackdrop: boolean

  readonly #language: LanguageController = new LanguageController(this)
  #returnValue = ''
  /** Set from the moment that it is to open: ends the search for its place, or tells that the overlay is gone. */
  #leave: (() => void) | undefined
  #opener: Element | null = null
  #isShown = false

  constructor() {
    super()
    this.open = false
    this.heading = ''
    this.size = 'm'
    this.closeOnBackdrop = false
  }

  /** The value of its last answer, as in a native dialog. It is empty after the person cancelled the dialog. */
  get returnValue(): string {
    return this.#returnValue
  }

  set returnValue(value: string) {
    this.#returnValue = value
  }

  /** Opens it, as `open` does. */
  show(): void {
    this.open = true
  }

  /**
   * Closes it without a `cancel` event.
   *
   * @param returnValue The new `returnValue`. Without it, the value stays as it is.
   */
  close(returnValue?: string): void {
    if (!this.open) return
    if (returnValue !== undefined) this.returnValue = returnValue
    this.open = false
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    if (!this.#leave) return
    const opener = this.#isShown ? this.#opener : null
    this.#end()
    // the browser gives the focus back where a dialogue closes, not where it is taken out of the page
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true })
  }

  // also each time that it comes into a page, since then the language is looked up anew
  protected override updated(): void {
    if (this.open && this.isConnected) this.#begin()
    else if (!this.open && this.#leave) {
      this.#end()
      queueMicrotask(() => this.dispatchEvent(new Event('close')))
    }
  }

  protected override render(): TemplateResult {
    return html`<dialog
      part="dialog"
      aria-labelledby=${this.heading ? 'heading' : nothing}
      closedby=${this.closeOnBackdrop ? 'any' : 'closerequest'}
      @cancel=${this.#cancel}
      @close=${this.#closed}
      @submit=${this.#submit}
    >
      <header part="header">${this.#renderHeading()}${this.#renderCloseButton()}</header>
      <div part="body"><slot></slot></div>
      <footer part="actions" hidden><slot name="actions" @slotchange=${this.#showActions}></slot></footer>
    </dialog>`
  }

  #renderHeading(): TemplateResult | typeof nothing {
    if (!this.heading) return nothing
    return html`<h2 id="heading" part="heading" tabindex="-1">${text(this.heading)}</h2>`
  }

  #renderCloseButton(): TemplateResult {
    const name = this.#language.say(texts.close)
    return html`<button class="close" part="close-button" type="button" aria-label=${name} @click=${this.#askToClose}>
      <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M5 5l10 10M15 5L5 15" /></svg>
    </button>`
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog') as HTMLDialogElement
  }

  #begin(): void {
    if (this.#leave) return
    this.#leave = findVisibleTop(this.ownerDocument, (top) => this.#showAt(top))
  }

  // in its place first: where the focus goes, the browser scrolls to
  #showAt(top: number): void {
    const dialog = this.#dialog
    this.#opener = focusedElement(this.ownerDocument)
    dialog.style.insetBlockStart = `${top / cssZoom(this)}px`
    // the browser does not look into slots and would focus the close button; it focuses nothing that is inert
    dialog.inert = true
    dialog.showModal()
    dialog.inert = false
    this.#isShown = true
    this.#leave = reportOverlay(dialog)
    if (!focusContent(this)) this.renderRoot.querySelector<HTMLElement>('h2, .close')?.focus()
  }

  #end(): void {
    this.#leave?.()
    this.#leave = undefined
    this.#isShown = false
    this.#dialog.close()
  }

  /** By Escape or a click beside it. A file field in it says `cancel` too, of itself. */
  #cancel(event: Event): void {
    if (event.target === event.currentTarget && !this.#ask()) event.preventDefault()
  }

  #askToClose(): void {
    if (this.#ask()) this.close('')
  }

  #ask(): boolean {
    return this.dispatchEvent(new Event('cancel', { cancelable: true }))
  }

  /** The browser closes it by itself, too: once nobody prevented `cancel`, or where it asks no more. */
  #closed({ target, currentTarget }: Event): void {
    if (target === currentTarget && this.#isShown && !this.#dialog.open) this.close('')
  }

  /** Closes the dialog for a form in a slot. The browser does it only for a form in the same tree as the dialog. */
  #submit(event: SubmitEvent): void {
    const { target, submitter } = event
    // after the listeners of the page, which may prevent it
    setTimeout(() => {
      const form = target as HTMLFormElement
      const method = submitter?.getAttribute('formmethod') ?? form.getAttribute('method')
      if (event.defaultPrevented || method?.toLowerCase() !== 'dialog') return
      if (form.closest('dialog, haiilo-dialog') === this) this.close(submitter?.getAttribute('value') ?? undefined)
    })
  }

  #showActions(event: Event): void {
    const slot = event.currentTarget as HTMLSlotElement
    if (slot.parentElement) slot.parentElement.hidden = !slot.assignedElements().length
  }
}

define('haiilo-dialog', HaiiloDialog)

declare global {
  interface HTMLElementTagNameMap {
    'haiilo-dialog': HaiiloDialog
  }
}
