import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'

import { define } from '../../lib/define.js'
import { HaiiloElement } from '../../lib/haiilo-element.js'
import { toText } from '../../lib/to-text.js'
import { HaiiloTab } from './haiilo-tab.js'
import { tabsStyles } from './haiilo-tabs.styles.js'
import { nextTab } from './next-tab.js'
import { text } from '../../lib/text.js'

export { HaiiloTab } from './haiilo-tab.js'

/**
 * Several panels, one shown at a time. Its `<haiilo-tab>` children can be added, removed and changed at any time. Tabs that do not fit into
 * one line wrap.
 *
 * @summary Several panels, one shown at a time.
 * @slot - The `<haiilo-tab>` elements.
 * @fires {Event} change - The person selects another tab. Fields in the tabs fire `change` too: check `event.target`.
 * @csspart list - The list of tabs.
 * @csspart tab - A tab in the list.
 * @csspart selected - The selected tab in the list.
 */
export class HaiiloTabs extends HaiiloElement {
  static override styles: CSSResultGroup = [HaiiloElement.styles, tabsStyles]
  static override properties: PropertyDeclarations = {
    label: {},
    selected: { reflect: true },
  }

  /** The accessible name of the tab list. */
  declare label: string
  /** The name of the selected tab. If no enabled tab has this name, the current tab stays selected. At first, that is the first enabled tab. */
  declare selected: string

  #shownTab: HaiiloTab | undefined
  #holdsFocus = false

  constructor() {
    super()
    this.label = ''
    this.selected = ''
  }

  /** Moves the focus to the selected tab. */
  override focus(options?: FocusOptions): void {
    this.#selectedButton?.focus(options)
  }

  get #tabs(): readonly HaiiloTab[] {
    return [...this.children].filter((child) => child instanceof HaiiloTab)
  }

  get #selectedButton(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')
  }

  /** The tab to show. The current tab stays if it was renamed. */
  #findTabToShow(): HaiiloTab | undefined {
    const tabs = this.#tabs.filter((tab) => !tab.disabled)
    const wanted = toText(this.selected) ?? ''
    const isWanted = (tab: HaiiloTab): boolean => wanted !== '' && nameOf(tab) === wanted
    const shown = tabs.find((tab) => tab === this.#shownTab)
    return shown && isWanted(shown) ? shown : (tabs.find(isWanted) ?? shown ?? tabs[0])
  }

  #select(tab: HaiiloTab): void {
    if (tab === this.#shownTab) return
    this.#shownTab = tab
    this.selected = nameOf(tab)
    this.requestUpdate()
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }))
  }

  #keydown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    const tab = nextTab(event.key, this.#tabs, this.#shownTab, getComputedStyle(this).direction)
    if (!tab) return
    event.preventDefault()
    this.#select(tab)
  }

  protected override willUpdate(): void {
    this.#holdsFocus = Boolean(this.shadowRoot?.activeElement)
    this.#shownTab = this.#findTabToShow()
  }

  protected override updated(): void {
    for (const tab of this.#tabs) {
      const isShown = tab === this.#shownTab
      // the focus must not be lost with the hidden content
      if (!isShown && tab.matches(':focus-within')) this.#holdsFocus = true
      tab.hidden = !isShown
    }
    if (this.#holdsFocus) this.focus()
  }

  protected override render(): TemplateResult {
    return html`<div
        class="list"
        part="list"
        role="tablist"
        aria-label=${this.label || nothing}
        @keydown=${this.#keydown}
      >
        ${this.#tabs.map((tab) => this.#renderTab(tab))}
      </div>
      <slot @slotchange=${() => this.requestUpdate()}></slot>`
  }

  #renderTab(tab: HaiiloTab): TemplateResult {
    const isShown = tab === this.#shownTab
    return html`<button
      part=${isShown ? 'tab selected' : 'tab'}
      type="button"
      role="tab"
      aria-selected=${isShown}
      tabindex=${isShown ? 0 : -1}
      ?disabled=${tab.disabled}
      .ariaControlsElements=${[tab]}
      @click=${() => this.#select(tab)}
    >
      <span>${text(tab.label || tab.name)}</span>
    </button>`
  }
}

function nameOf(tab: HaiiloTab): string {
  return toText(tab.name || tab.label) ?? ''
}

define('haiilo-tabs', HaiiloTabs)

declare global {
  interface HTMLElementTagNameMap {
    'haiilo-tabs': HaiiloTabs
  }
}
