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
import { movedTo, selectAction, type SelectAction } from './select-keys.js'
import { createTypeAhead } from './type-ahead.js'
import { text } from '../../lib/text.js'

/** How long options may take before the select says that there are none, in milliseconds. */
const PATIENCE = 2000

/**
 * One of many things, in a list that opens below it. The list lies over the page, and the frame grows for it.
 * Without options for two seconds it says that there is nothing to choose from, and the console says what is missing.
 *
 * @summary A list to choose one option from.
 * @slot - `<option value="…">` elements, where `options` is not set. They are read, and not shown themselves.
 * @fires {Event} input - The person chooses another option.
 * @fires {Event} change - The same, after `input`.
 * @csspart label - The label.
 * @csspart control - What shows the chosen option, and opens the list.
 * @csspart listbox - The list.
 * @csspart option - An option in the list.
 * @csspart description - The description of an option.
 * @csspart hint - The hint.
 * @csspart error - The error.
 */
export class HaiiloSelect extends HaiiloOptionField {
  static override styles: CSSResultGroup = [HaiiloOptionField.styles, selectStyles]
  static override properties: PropertyDeclarations = { placeholder: {}, isEmpty: { state: true } }

  /** Shown while nothing is chosen; without one, the kit asks to choose. It is no label. */
  declare placeholder: string

  /** Whether there are no options, and there were none for a while. */
  declare private isEmpty: boolean

  readonly #typeAhead = createTypeAhead()
  /** What `options` is until the page sets it. */
  readonly #unset: readonly FieldOption[] = this.options
  #patience = 0
  #open = false
  #active: string | undefined
  #shut: (() => void) | undefined
  #inside: Event | undefined

  constructor() {
    super()
    this.placeholder = ''
    this.isEmpty = false
    this.addEventListener('focusout', () => this.#toggle(false))
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#patience)
    this.#toggle(false)
    this.#shut?.()
  }

  protected override willUpdate(): void {
    // whatever opened it, and even where it was open before
    if (this.isDisabled) this.#open = false
    if (this.choices.size) this.isEmpty = false
    super.willUpdate()
  }

  protected override updated(changes: PropertyValues<this>): void {
    this.#awaitOptions()
    if (!this.#open) return this.#shut?.()
    const list = this.#query('#list')
    if (!this.#shut || changes.has('options') || changes.has('value')) this.#draw(list)
    this.#shut ??= this.#spread(list)
    this.#mark(list)
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
        aria-expanded=${this.#open}
        aria-activedescendant=${this.#open && this.#place >= 0 ? `option-${this.#place}` : nothing}
        aria-label=${this.spokenName}
        aria-labelledby=${name}
        aria-describedby=${description}
        aria-required=${this.required}
        aria-disabled=${this.isDisabled}
        aria-invalid=${this.shownError ? 'true' : nothing}
        @click=${() => this.#toggle(!this.#open)}
        @keydown=${this.#keydown}
        @pointerdown=${this.#keep}
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
        @pointerdown=${this.#keep}
      ></div>`
  }

  #renderChosen(): TemplateResult {
    if (this.chosen) return html`<span>${text(this.chosen.label)}</span>`
    const empty = this.isEmpty && this.language.say(texts.noOptions)
    const placeholder = empty || toText(this.placeholder) || this.language.say(texts.choose)
    return html`<span class="placeholder">${text(placeholder)}</span>`
  }

  /** Options often come later than the select: from a framework, or from a server. */
  #awaitOptions(): void {
    clearTimeout(this.#patience)
    if (this.choices.size || this.isEmpty || !this.isConnected) return
    this.#patience = window.setTimeout(() => {
      this.isEmpty = true
      // a page that sets an empty list knows about it
      if (this.options === this.#unset) console.warn('<haiilo-select> needs `options` or <option> elements.', this)
    }, PATIENCE)
  }

  get #options(): readonly FieldOption[] {
    return [...this.choices.values()]
  }

  /** Where the keys have come to; -1 for nowhere. */
  get #place(): number {
    return this.#active === undefined ? -1 : [...this.choices.keys()].indexOf(this.#active)
  }

  #query(selector: string): HTMLElement {
    return this.renderRoot.querySelector(selector) as HTMLElement
  }

  #draw(list: HTMLElement): void {
    const none: FieldOption = { value: '', label: this.language.say(texts.noOptions), disabled: true }
    renderOptions(list, this.choices.size ? this.#options : [none], this.chosen)
  }

  /** Opens the list. Gives back what ends all that lives as long as it is open. */
  #spread(list: HTMLElement): () => void {
    const page = this.ownerDocument
    const dismiss = (event: Event): void => {
      if (event !== this.#inside) this.#toggle(false)
    }
    list.showPopover()
    const unfollow = keepBelow(this.#query('#control'), list)
    const reportGone = reportOverlay(list)
    page.addEventListener('pointerdown', dismiss)
    return () => {
      this.#shut = undefined
      page.removeEventListener('pointerdown', dismiss)
      unfollow()
      list.hidePopover()
      renderOptions(list, [], undefined)
      reportGone()
    }
  }

  #mark(list: HTMLElement): void {
    const active = list.querySelector(`#option-${this.#place}`)
    const before = list.querySelector('.active')
    // once, or the person could not scroll away from it
    if (active === before) return
    before?.classList.remove('active')
    active?.classList.add('active')
    active?.scrollIntoView({ block: 'nearest' })
  }

  #toggle(open: boolean): void {
    if (open === this.#open) return
    this.#open = open
    this.#active = this.chosen?.value
    this.requestUpdate()
  }

  #goTo(place: number): void {
    this.#toggle(true)
    this.#active = this.#options[place]?.value ?? this.#active
    this.requestUpdate()
  }

  #take(option: FieldOption | undefined): void {
    if (option?.disabled) return
    this.#toggle(false)
    if (option && option !== this.chosen) this.choose(option)
  }

  #keydown(event: KeyboardEvent): void {
    if (event.defaultPrevented) return
    const found = this.#typeAhead(event, this.#options, this.#place, this.language.chain[0])
    const action = found === undefined ? selectAction(event, this.#open) : found < 0 ? 'open' : { to: found }
    if (action === undefined) return
    if (event.key !== 'Tab') event.preventDefault()
    // a dialog around it stays open
    if (event.key === 'Escape') event.stopPropagation()
    this.#do(action)
  }

  #do(action: SelectAction): void {
    if (action === 'choose') this.#take(this.#options[this.#place])
    else if (typeof action === 'string') this.#toggle(action === 'open')
    else this.#goTo(movedTo(action, this.#place, this.#options))
  }

  #click(event: Event): void {
    const option = (event.target as Element).closest('[role="option"]')
    if (option) this.#take(this.#options[Number(option.id.replace('option-', ''))])
  }

  /** A press in here closes nothing. Where it came from cannot be asked of the event: in a closed shadow root it does not say. */
  #keep(event: Event): void {
    this.#inside = event
  }
}

define('haiilo-select', HaiiloSelect)

declare global {
  interface HTMLElementTagNameMap {
    'haiilo-select': HaiiloSelect
  }
}
