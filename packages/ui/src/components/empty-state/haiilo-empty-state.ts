import { html, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'

import { define } from '../../lib/define.js'
import { HaiiloElement } from '../../lib/haiilo-element.js'
import { headingStyles } from '../../lib/heading.styles.js'
import { renderHeading, type HeadingLevel } from '../../lib/heading.js'
import { trimStyles } from '../../lib/trim.styles.js'
import { emptyStateStyles } from './haiilo-empty-state.styles.js'

/**
 * A placeholder for missing content. It explains why there is nothing to show, and what the person can do.
 *
 * @summary Explains why there is no content.
 * @slot - The explanation.
 * @slot icon - A picture above the heading. Set `aria-hidden="true"` on a decorative picture.
 * @slot action - A button that adds the first content.
 * @csspart empty - The container.
 * @csspart heading - The heading.
 */
export class HaiiloEmptyState extends HaiiloElement {
  static override styles: CSSResultGroup = [HaiiloElement.styles, headingStyles, trimStyles, emptyStateStyles]
  static override properties: PropertyDeclarations = {
    heading: {},
    level: { type: Number },
  }

  /** What is missing, in a few words. */
  declare heading: string
  /** The level of the heading in the outline of the page, 1 to 6. It does not change the appearance. */
  declare level: HeadingLevel

  constructor() {
    super()
    this.heading = ''
    this.level = 2
  }

  protected override render(): TemplateResult {
    return html`<div class="empty" part="empty">
      <slot name="icon"></slot>
      ${renderHeading(this.heading, this.level)}
      <slot></slot>
      <slot name="action"></slot>
    </div>`
  }
}

define('haiilo-empty-state', HaiiloEmptyState)

declare global {
  interface HTMLElementTagNameMap {
    'haiilo-empty-state': HaiiloEmptyState
  }
}
