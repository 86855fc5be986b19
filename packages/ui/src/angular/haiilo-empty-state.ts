// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input } from '@angular/core'

import type { HaiiloEmptyState as Element } from '../components/empty-state/haiilo-empty-state.js'
import '../components/empty-state/haiilo-empty-state.js'
import { numberOf, type Numeric } from './template-values.js'

/**
 * A placeholder for missing content. It explains why there is nothing to show, and what the person can do.
 *
 * - content with `slot="icon"`: A picture above the heading. Set `aria-hidden="true"` on a decorative picture.
 * - content with `slot="action"`: A button that adds the first content.
 */
@Directive({ selector: 'haiilo-empty-state' })
export class HaiiloEmptyState {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** What is missing, in a few words. */
  @Input() set heading(value: Element['heading']) {
    this.element.heading = value
  }

  /** The level of the heading in the outline of the page, 1 to 6. It does not change the appearance. */
  @Input() set level(value: Numeric<Element['level']>) {
    this.element.level = numberOf(value)
  }
}
