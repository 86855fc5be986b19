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
 * Several contents in one place, one shown at a time. Its `<haiilo-tab>` children may come, go and change. The tabs wrap where they do
 * not fit into one line.
 *
 * @summary Several contents in one place.
 * @slot - The `<haiilo-tab>` elements.
 * @fires {Event} change - The person selects another tab. Fields in the tabs fire `change` too: ask `event.target` who it is.
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

  /** What the tabs are about, for screen readers. */
  declare label: string
  /** The name of the selected tab. Where no tab has it, or that tab is disabled, the tab that was shown stays, or else the first is shown. */
  declare selected: string

  #shown: HaiiloTab | undefined
  #holdsFocus = false

  constructor() {
    super()
    this.label = ''
    this.selected = ''
  }

  /** Moves the focus to the selected tab. */
  override focus(options?: FocusOptions): void {
    this.#button?.focus(options)
  }

  get #tabs(): readonly HaiiloTab[] {
    return [...this.children].filter((child) => child instanceof HaiiloTab)
  }

  get #button(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')
  }

  /** The tab to show. One that was renamed while it was shown stays. */
  #find(): HaiiloTab | undefined {
    const tabs = this.#tabs.filter((tab) => !tab.disabled)
    const wanted = toText(this.selected) ?? ''
    const isWanted = (tab: HaiiloTab): boolean => wanted !== '' && nameOf(tab) === wanted
    const shown = tabs.find((tab) => tab === this.#shown)
    return shown && isWanted(shown) ? shown : (tabs.find(isWanted) ?? shown ?? tabs[0])
  }

  #select(tab: HaiiloTab): void {
    if (tab === this.#shown) return
    this.#shown = tab
    this.selected = nameOf(tab)
    this.requestUpdate()
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }))
  }

  #keydown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    const tab = nextTab(event.key, this.#tabs, this.#shown, getComputedStyle(this).direction)
    if (!tab) return
    event.preventDefault()
    this.#select(tab)
  }

  protected override willUpdate(): void {
    this.#holdsFocus = Boolean(this.shadowRoot?.activeElement)
    this.#shown = this.#find()
  }

  protected override updated(): void {
    for (const tab of this.#tabs) {
      const isShown = tab === this.#shown
      // its content goes, and must not take the focus with it
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
    const isShown = tab === this.#shown
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
