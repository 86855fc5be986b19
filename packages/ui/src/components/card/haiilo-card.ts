import { html, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'

import { define } from '../../lib/define.js'
import { HaiiloElement } from '../../lib/haiilo-element.js'
import { cardStyles } from './haiilo-card.styles.js'
import { headingStyles } from '../../lib/heading.styles.js'
import { renderHeading, type HeadingLevel } from '../../lib/heading.js'
import { trimStyles } from '../../lib/trim.styles.js'

export type { HeadingLevel } from '../../lib/heading.js'

/**
 * A surface that groups related content. Empty slots take no space.
 *
 * @summary A surface for content.
 * @slot - The content.
 * @slot header - Content next to the heading, such as a button.
 * @slot footer - Content below, such as actions.
 * @csspart card - The surface.
 * @csspart header - The row with the heading and the `header` slot.
 * @csspart heading - The heading.
 * @cssproperty --haiilo-color-surface - Colour of the surface.
 * @cssproperty --haiilo-radius-l - Radius of the corners.
 */
export class HaiiloCard extends HaiiloElement {
  static override styles: CSSResultGroup = [HaiiloElement.styles, headingStyles, trimStyles, cardStyles]
  static override properties: PropertyDeclarations = {
    heading: {},
    level: { type: Number },
  }

  /** The heading. */
  declare heading: string
  /** The level of the heading in the outline of the page, 1 to 6. It does not change the appearance. */
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
