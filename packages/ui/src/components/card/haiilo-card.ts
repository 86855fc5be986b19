import { html, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'

import { define } from '../../lib/define.js'
import { HaiiloElement } from '../../lib/haiilo-element.js'
import { cardStyles } from './haiilo-card.styles.js'
import { headingStyles } from '../../lib/heading.styles.js'
import { renderHeading, type HeadingLevel } from '../../lib/heading.js'
import { trimStyles } from '../../lib/trim.styles.js'

export type { HeadingLevel } from '../../lib/heading.js'

/**
 * A surface that keeps together what belongs together. A slot that is empty takes no room.
 *
 * @summary A surface for content.
 * @slot - The content.
 * @slot header - Beside the heading: a button, for instance.
 * @slot footer - Below the content: what can be done with it.
 * @csspart card - The surface.
 * @csspart header - The heading and what is beside it.
 * @csspart heading - The heading.
 * @cssproperty --haiilo-color-surface - Colour of the surface.
 * @cssproperty --haiilo-radius-l - Its corners.
 */
export class HaiiloCard extends HaiiloElement {
  static override styles: CSSResultGroup = [HaiiloElement.styles, headingStyles, trimStyles, cardStyles]
  static override properties: PropertyDeclarations = {
    heading: {},
    level: { type: Number },
  }

  /** The heading. */
  declare heading: string
  /** Where the heading stands in the outline of the page, 1 to 6. Its look is the same. */
  declare level: HeadingLevel

  constructor() {
    super()
    this.heading = ''
    this.level = 2
  }

  protected override render(): TemplateResult {
    return html`<div class="card" part="card">
      <div class="header" part="header">${renderHeading(this.heading, this.level)}<slot name="header"></slot></div>
      <slot></slot>
      <slot name="footer"></slot>
    </div>`
  }
}

define('haiilo-card', HaiiloCard)

declare global {
  interface HTMLElementTagNameMap {
    'haiilo-card': HaiiloCard
  }
}
