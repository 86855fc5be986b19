import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'

import type { FieldOption } from '../../field/field-option.js'
import { HaiiloOptionField } from '../../field/haiilo-option-field.js'
import * as texts from '../../languages/texts.js'
import { define } from '../../lib/define.js'
import { keepBelow } from '../../lib/keep-below.js'
import { reportOverlay } from '../../lib/report-overlay.js'
import { toText } from '../../lib/to-text.js'
import { selectStyles } from './haiilo-select.styles.js'
import { renderOptions } from './render-options.js'
import { targetOf, selectAction, type SelectAction } from './select-keys.js'
import { createTypeAhead } from './type-ahead.js'
import { text } from '../../lib/text.js'

/** How long the select waits for options before it shows that there are none, in milliseconds. */
const OPTIONS_TIMEOUT = 2000

/**
 * A choice of one of many options, in a list that opens below the field. The list is above the page, and the frame grows for it. If there
 * are no options after two seconds, the field shows that there is nothing to choose from, and the console shows what is missing.
 *
 * @summary A choice of one option in a list.
 * @slot - `<option value="…">` elements, used if `options` is not set. The elements themselves are not shown.
 * @fires {Event} input - The person chooses another option.
 * @fires {Event} change - Fires after each `input`.
 * @csspart label - The label.
 * @csspart control - The field that shows the chosen option and opens the list.
 * @csspart listbox - The list.
 * @csspart option - An option in the list.
 * @csspart description - The description of an option.
 * @csspart hint - The hint.
 * @csspart error - The error.
 */
export class HaiiloSelect extends HaiiloOptionField {
  static override styles: CSSResultGroup = [HaiiloOptionField.styles, selectStyles]
  static override properties: PropertyDeclarations = { placeholder: {}, isEmpty: { state: true } }

  /** Shown while nothing is chosen. Default: "Choose…" in the language of the page. It does not replace a label. */
  declare placeholder: string

  /** Whether there are still no options after the timeout. */
  declare private isEmpty: boolean

  readonly #typeAhead = createTypeAhead()
  /** The value of `options` until the page sets it. */
  readonly #defaultOptions: readonly FieldOption[] = this.options
  #optionsTimer = 0
  #isOpen = false
  #activeValue: string | undefined
  #closeList: (() => void) | undefined
  #ownPress: Event | undefined

  constructor() {
    super()
    this.placeholder = ''
    this.isEmpty = false
    this.addEventListener('focusout', () => this.#setOpen(false))
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#optionsTimer)
    this.#setOpen(false)
    this.#closeList?.()
  }

  protected override willUpdate(): void {
    // closes the list of a field that becomes disabled
    if (this.isDisabled) this.#isOpen = false
    if (this.choices.size) this.isEmpty = false
    super.willUpdate()
  }

  protected override updated(changes: PropertyValues<this>): void {
    this.#awaitOptions()
    if (!this.#isOpen) return this.#closeList?.()
    const list = this.#query('#list')
    if (!this.#closeList || changes.has('options') || changes.has('value')) this.#renderList(list)
    this.#closeList ??= this.#openList(list)
    this.#highlightActive(list)
  }

  protected override renderControl(description: string): TemplateResult {
    const name = this.spokenName === nothing && this.label ? 'label' : nothing
    return html`<div
        id="control"
        class="control"
        part="control"
        role="combobox"
        tabindex=${this.isDisabled ? nothing : 0}
        aria-controls="list"
        aria-haspopup="listbox"
        aria-expanded=${this.#isOpen}
        aria-activedescendant=${this.#isOpen && this.#activeIndex >= 0 ? `option-${this.#activeIndex}` : nothing}
        aria-label=${this.spokenName}
        aria-labelledby=${name}
        aria-describedby=${description}
        aria-required=${this.required}
        aria-disabled=${this.isDisabled}
        aria-invalid=${this.shownError ? 'true' : nothing}
        @click=${() => this.#setOpen(!this.#isOpen)}
        @keydown=${this.#keydown}
        @pointerdown=${this.#rememberPress}
      >
        ${this.#renderChosen()}
      </div>
      <div
        id="list"
        part="listbox"
        role="listbox"
        popover="manual"
        tabindex="-1"
        aria-label=${this.spokenName}
        aria-labelledby=${name}
        @click=${this.#click}
        @mousedown=${(event: Event) => event.preventDefault()}
        @pointerdown=${this.#rememberPress}
      ></div>`
  }

  #renderChosen(): TemplateResult {
    if (this.chosen) return html`<span>${text(this.chosen.label)}</span>`
    const empty = this.isEmpty && this.language.say(texts.noOptions)
    const placeholder = empty || toText(this.placeholder) || this.language.say(texts.choose)
    return html`<span class="placeholder">${text(placeholder)}</span>`
  }

  /** A framework or a server often adds the options after the select. */
  #awaitOptions(): void {
    clearTimeout(this.#optionsTimer)
    if (this.choices.size || this.isEmpty || !this.isConnected) return
    this.#optionsTimer = window.setTimeout(() => {
      this.isEmpty = true
      // an empty list that the page set needs no warning
      if (this.options === this.#defaultOptions)
        console.warn('<haiilo-select> needs `options` or <option> elements.', this)
    }, OPTIONS_TIMEOUT)
  }

  get #options(): readonly FieldOption[] {
    return [...this.choices.values()]
  }

  /** The index of the active option; -1 for none. */
  get #activeIndex(): number {
    return this.#activeValue === undefined ? -1 : [...this.choices.keys()].indexOf(this.#activeValue)
  }

  #query(selector: string): HTMLElement {
    return this.renderRoot.querySelector(selector) as HTMLElement
  }

  #renderList(list: HTMLElement): void {
    const none: FieldOption = { value: '', label: this.language.say(texts.noOptions), disabled: true }
    renderOptions(list, this.choices.size ? this.#options : [none], this.chosen)
  }

  /** Opens the list. Returns a function that closes it and removes its listeners. */
  #openList(list: HTMLElement): () => void {
    const page = this.ownerDocument
    const dismiss = (event: Event): void => {
      if (event !== this.#ownPress) this.#setOpen(false)
    }
    list.showPopover()
    const stopFollowing = keepBelow(this.#query('#control'), list)
    const reportClosed = reportOverlay(list)
    page.addEventListener('pointerdown', dismiss)
    return () => {
      this.#closeList = undefined
      page.removeEventListener('pointerdown', dismiss)
      stopFollowing()
      list.hidePopover()
      renderOptions(list, [], undefined)
      reportClosed()
    }
  }

  #highlightActive(list: HTMLElement): void {
    const active = list.querySelector(`#option-${this.#activeIndex}`)
    const before = list.querySelector('.active')
    // scroll only when the active option changes, so that the person can scroll away from it
    if (active === before) return
    before?.classList.remove('active')
    active?.classList.add('active')
    active?.scrollIntoView({ block: 'nearest' })
  }

  #setOpen(open: boolean): void {
    if (open === this.#isOpen) return
    this.#isOpen = open
    this.#activeValue = this.chosen?.value
    this.requestUpdate()
  }

  #activate(index: number): void {
    this.#setOpen(true)
    this.#activeValue = this.#options[index]?.value ?? this.#activeValue
    this.requestUpdate()
  }

  #chooseAndClose(option: FieldOption | undefined): void {
    if (option?.disabled) return
    this.#setOpen(false)
    if (option && option !== this.chosen) this.choose(option)
  }

  #keydown(event: KeyboardEvent): void {
    if (event.defaultPrevented) return
    const found = this.#typeAhead(event, this.#options, this.#activeIndex, this.language.chain[0])
    const action = found === undefined ? selectAction(event, this.#isOpen) : found < 0 ? 'open' : { to: found }
    if (action === undefined) return
    if (event.key !== 'Tab') event.preventDefault()
    // keeps a dialog around the select open
    if (event.key === 'Escape') event.stopPropagation()
    this.#perform(action)
  }

  #perform(action: SelectAction): void {
    if (action === 'choose') this.#chooseAndClose(this.#options[this.#activeIndex])
    else if (typeof action === 'string') this.#setOpen(action === 'open')
    else this.#activate(targetOf(action, this.#activeIndex, this.#options))
  }

  #click(event: Event): void {
    const option = (event.target as Element).closest('[role="option"]')
    if (option) this.#chooseAndClose(this.#options[Number(option.id.replace('option-', ''))])
  }

  /** A press inside the select does not close the list. The event is remembered because its target is hidden in a closed shadow root. */
  #rememberPress(event: Event): void {
    this.#ownPress = event
  }
}

define('haiilo-select', HaiiloSelect)

declare global {
  interface HTMLElementTagNameMap {
    'haiilo-select': HaiiloSelect
  }
}
