import { css, html, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'

import { define } from '../../lib/define.js'
import { HaiiloElement } from '../../lib/haiilo-element.js'

const tabStyles = css`
  :host {
    padding-block-start: 1rem;
  }
`

/**
 * One tab of `<haiilo-tabs>`. Its label is shown in the list of tabs, and its content below while it is selected.
 *
 * @summary A tab and its content.
 * @slot - The content.
 */
export class HaiiloTab extends HaiiloElement {
  static override styles: CSSResultGroup = [HaiiloElement.styles, tabStyles]
  static override properties: PropertyDeclarations = {
    name: { reflect: true },
    label: {},
    disabled: { type: Boolean, reflect: true },
  }

  /** The name for `selected` of `<haiilo-tabs>`. Default: the label. */
  declare name: string
  /** The text in the list of tabs. */
  declare label: string
  /** Whether the tab is disabled: it cannot be selected. */
  declare disabled: boolean

  readonly #internals = this.attachInternals()

  constructor() {
    super()
    this.name = ''
    this.label = ''
    this.disabled = false
    this.#internals.role = 'tabpanel'
  }

  override connectedCallback(): void {
    super.connectedCallback()
    // Tab moves from the list to the content, even if nothing in it is focusable
    if (!this.hasAttribute('tabindex')) this.tabIndex = 0
  }

  protected override updated(): void {
    this.#internals.ariaLabel = this.label || this.name
    this.closest('haiilo-tabs')?.requestUpdate()
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`
  }
}

define('haiilo-tab', HaiiloTab)

declare global {
  interface HTMLElementTagNameMap {
    'haiilo-tab': HaiiloTab
  }
}
