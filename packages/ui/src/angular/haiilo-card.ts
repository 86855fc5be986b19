// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input } from '@angular/core'

import type { HaiiloCard as Element } from '../components/card/haiilo-card.js'
import '../components/card/haiilo-card.js'
import { numberOf, type Numeric } from './template-values.js'

/**
 * A surface that groups related content. Empty slots take no space.
 *
 * - content with `slot="header"`: Content next to the heading, such as a button.
 * - content with `slot="footer"`: Content below, such as actions.
 */
@Directive({ selector: 'haiilo-card' })
export class HaiiloCard {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** The heading. */
  @Input() set heading(value: Element['heading']) {
    this.element.heading = value
  }

  /** The level of the heading in the outline of the page, 1 to 6. It does not change the appearance. */
  @Input() set level(value: Numeric<Element['level']>) {
    this.element.level = numberOf(value)
  }
}
