import { css, html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'

import { LanguageController } from '../../languages/language-controller.js'
import * as texts from '../../languages/texts.js'
import { define } from '../../lib/define.js'
import { HaiiloElement } from '../../lib/haiilo-element.js'
import { spinnerRingStyles } from '../../lib/spinner-ring.styles.js'

/** The size of a spinner: 16, 20 or 24 pixels. */
export type SpinnerSize = 's' | 'm' | 'l'

const spinnerStyles = css`
  :host {
    --_arc: 1.25rem;
    display: inline-block;
    color: inherit;
    vertical-align: middle;
  }
  :host([size='s']) {
    --_arc: 1rem;
  }
  :host([size='l']) {
    --_arc: 1.5rem;
  }
  .turning {
    inline-size: var(--haiilo-spinner-size, var(--_arc));
    block-size: var(--haiilo-spinner-size, var(--_arc));
  }
`

/**
 * Shows that an action of unknown duration is in progress. Has the colour of the surrounding text. If the shape of the content is known, use
 * a skeleton instead.
 *
 * @summary An action is in progress.
 * @csspart spinner - The arc.
 * @cssproperty --haiilo-spinner-size - A custom size.
 */
export class HaiiloSpinner extends HaiiloElement {
  static override styles: CSSResultGroup = [HaiiloElement.styles, spinnerRingStyles, spinnerStyles]
  static override properties: PropertyDeclarations = {
    size: { reflect: true },
    label: {},
  }

  /** The size. */
  declare size: SpinnerSize
  /**
   * What is in progress, for screen readers. Default: "Loading…" in the language of the page. Set it to an empty string to hide the spinner
   * from screen readers, for instance if a text next to it says the same.
   */
  declare label: string | undefined

  readonly #language = new LanguageController(this)

  constructor() {
    super()
    this.size = 'm'
  }

  protected override render(): TemplateResult {
    const label = this.label ?? this.#language.say(texts.loading)
    return html`<span
      class="turning"
      part="spinner"
      role=${label ? 'progressbar' : nothing}
      aria-label=${label || nothing}
      aria-hidden=${label ? nothing : 'true'}
    ></span>`
  }
}

define('haiilo-spinner', HaiiloSpinner)

declare global {
  interface HTMLElementTagNameMap {
    'haiilo-spinner': HaiiloSpinner
  }
}
