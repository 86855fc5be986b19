import { html, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'

import { define } from '../../lib/define.js'
import { HaiiloElement } from '../../lib/haiilo-element.js'
import { headingStyles } from '../../lib/heading.styles.js'
import { renderHeading, type HeadingLevel } from '../../lib/heading.js'
import { trimStyles } from '../../lib/trim.styles.js'
import { emptyStateStyles } from './haiilo-empty-state.styles.js'

/**
 * What stands where there is nothing to show yet: why, and what the person can do.
 *
 * @summary Says why there is nothing here.
 * @slot - The explanation.
 * @slot icon - A picture above the heading. What only adorns should have `aria-hidden="true"`.
 * @slot action - A button that brings the first content.
 * @csspart empty - The whole.
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
  /** Where the heading stands in the outline of the page, 1 to 6. Its look is the same. */
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
