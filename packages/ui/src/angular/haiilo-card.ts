// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input } from '@angular/core'

import type { HaiiloCard as Element } from '../components/card/haiilo-card.js'
import '../components/card/haiilo-card.js'
import { numberOf, type Numeric } from './template-values.js'

/**
 * A surface that keeps together what belongs together. A slot that is empty takes no room.
 *
 * - content with `slot="header"`: Beside the heading: a button, for instance.
 * - content with `slot="footer"`: Below the content: what can be done with it.
 */
@Directive({ selector: 'haiilo-card' })
export class HaiiloCard {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** The heading. */
  @Input() set heading(value: Element['heading']) {
    this.element.heading = value
  }

  /** Where the heading stands in the outline of the page, 1 to 6. Its look is the same. */
  @Input() set level(value: Numeric<Element['level']>) {
    this.element.level = numberOf(value)
  }
}
