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

/** The width of a dialog if there is enough room: 400, 600 or 800 pixels. */
export type DialogSize = 's' | 'm' | 'l'

/**
 * A modal dialog. It opens in the visible part of the frame. If the page uses `observeHeight` of `@haiilo-kit/core`, the frame grows for
 * the dialog, so that nothing is cut off and nothing in it scrolls.
 *
 * The focus moves to the element with `autofocus`, otherwise to the first focusable element in the content, otherwise to the heading. It
 * returns when the dialog closes. A `<form method="dialog">` in the dialog closes it with the value of the button.
 *
 * @summary Interrupts the person with a question or a task.
 * @slot - The content.
 * @slot actions - Buttons, the most important one last.
 * @fires {Event} cancel - The person is about to close the dialog with Escape, the close button or the backdrop. Prevent it to keep the dialog open.
 * @fires {Event} close - The dialog has closed, for any reason.
 * @csspart dialog - The native dialog.
 * @csspart header - The row with the heading and the close button.
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

  /** Whether the dialog is open. */
  declare open: boolean
  /** The heading, which is also the accessible name. */
  declare heading: string
  /** The width if there is enough room. */
  declare size: DialogSize
  /** Whether a click on the backdrop closes the dialog (in browsers that support `closedby`). */
  declare closeOnBackdrop: boolean

  readonly #language: LanguageController = new LanguageController(this)
  #returnValue = ''
  /** Set while the dialog opens or is open: stops the search for its position, or reports that the overlay is closed. */
  #cleanUp: (() => void) | undefined
  #opener: Element | null = null
  #isShown = false

  constructor() {
    super()
    this.open = false
    this.heading = ''
    this.size = 'm'
    this.closeOnBackdrop = false
  }

  /** The value of the last answer, as in a native dialog. Empty after the person cancelled the dialog. */
  get returnValue(): string {
    return this.#returnValue
  }

  set returnValue(value: string) {
    this.#returnValue = value
  }

  /** Opens the dialog, the same as `open = true`. */
  show(): void {
    this.open = true
  }

  /**
   * Closes the dialog without a `cancel` event.
   *
   * @param returnValue The new `returnValue`. If omitted, the value does not change.
   */
  close(returnValue?: string): void {
    if (!this.open) return
    if (returnValue !== undefined) this.returnValue = returnValue
    this.open = false
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    if (!this.#cleanUp) return
    const opener = this.#isShown ? this.#opener : null
    this.#hide()
    // the browser restores the focus when a dialog closes, but not when it is removed from the page
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true })
  }

  // also runs each time the dialog is inserted into a page: the language controller then requests an update
  protected override updated(): void {
    if (this.open && this.isConnected) this.#startOpening()
    else if (!this.open && this.#cleanUp) {
      this.#hide()
      queueMicrotask(() => this.dispatchEvent(new Event('close')))
    }
  }

  protected override render(): TemplateResult {
    return html`<dialog
      part="dialog"
      aria-labelledby=${this.heading ? 'heading' : nothing}
      closedby=${this.closeOnBackdrop ? 'any' : 'closerequest'}
      @cancel=${this.#cancel}
      @close=${this.#nativeClosed}
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
    return html`<button class="close" part="close-button" type="button" aria-label=${name} @click=${this.#requestClose}>
      <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M5 5l10 10M15 5L5 15" /></svg>
    </button>`
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog') as HTMLDialogElement
  }

  #startOpening(): void {
    if (this.#cleanUp) return
    this.#cleanUp = findVisibleTop(this.ownerDocument, (top) => this.#showAt(top))
  }

  // position it before it gets the focus: the browser scrolls to the focused element
  #showAt(top: number): void {
    const dialog = this.#dialog
    this.#opener = focusedElement(this.ownerDocument)
    dialog.style.insetBlockStart = `${top / cssZoom(this)}px`
    // showModal() does not look into slots and would focus the close button. It focuses nothing while the dialog is inert
    dialog.inert = true
    dialog.showModal()
    dialog.inert = false
    this.#isShown = true
    this.#cleanUp = reportOverlay(dialog)
    if (!focusContent(this)) this.renderRoot.querySelector<HTMLElement>('h2, .close')?.focus()
  }

  #hide(): void {
    this.#cleanUp?.()
    this.#cleanUp = undefined
    this.#isShown = false
    this.#dialog.close()
  }

  /** Runs on Escape or a click on the backdrop. File inputs in the content fire `cancel` too, so it checks the target. */
  #cancel(event: Event): void {
    if (event.target === event.currentTarget && !this.#fireCancel()) event.preventDefault()
  }

  #requestClose(): void {
    if (this.#fireCancel()) this.close('')
  }

  #fireCancel(): boolean {
    return this.dispatchEvent(new Event('cancel', { cancelable: true }))
  }

  /** The browser also closes the native dialog itself: if `cancel` was not prevented, or without `cancel` on a repeated Escape. */
  #nativeClosed({ target, currentTarget }: Event): void {
    if (target === currentTarget && this.#isShown && !this.#dialog.open) this.close('')
  }

  /** Closes the dialog when a form in the slot is submitted. The browser only closes it for a form in the same tree. */
  #submit(event: SubmitEvent): void {
    const { target, submitter } = event
    // run after the listeners of the page, which may prevent it
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
