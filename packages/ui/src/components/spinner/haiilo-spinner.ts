import { css, html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'

import { LanguageController } from '../../languages/language-controller.js'
import * as texts from '../../languages/texts.js'
import { define } from '../../lib/define.js'
import { HaiiloElement } from '../../lib/haiilo-element.js'
import { spinnerRingStyles } from '../../lib/spinner-ring.styles.js'

/** How large a spinner is: 16, 20 or 24 pixels. */
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
 * Turns while something is under way and nobody knows for how long. It has the colour of the text around it. Where the shape of what
 * comes is known, a skeleton is calmer.
 *
 * @summary Something is under way.
 * @csspart spinner - The arc.
 * @cssproperty --haiilo-spinner-size - Another size than the three.
 */
export class HaiiloSpinner extends HaiiloElement {
  static override styles: CSSResultGroup = [HaiiloElement.styles, spinnerRingStyles, spinnerStyles]
  static override properties: PropertyDeclarations = {
    size: { reflect: true },
    label: {},
  }

  /** How large it is. */
  declare size: SpinnerSize
  /**
   * What is under way, for screen readers. Left out, it is "Loading…" in the language of the page; empty, screen readers do not hear of
   * the spinner, since a text beside it says the same.
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
