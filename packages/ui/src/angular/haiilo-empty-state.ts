// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input } from '@angular/core'

import type { HaiiloEmptyState as Element } from '../components/empty-state/haiilo-empty-state.js'
import '../components/empty-state/haiilo-empty-state.js'
import { numberOf, type Numeric } from './template-values.js'

/**
 * What stands where there is nothing to show yet: why, and what the person can do.
 *
 * - content with `slot="icon"`: A picture above the heading. What only adorns should have `aria-hidden="true"`.
 * - content with `slot="action"`: A button that brings the first content.
 */
@Directive({ selector: 'haiilo-empty-state' })
export class HaiiloEmptyState {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** What is missing, in a few words. */
  @Input() set heading(value: Element['heading']) {
    this.element.heading = value
  }

  /** Where the heading stands in the outline of the page, 1 to 6. Its look is the same. */
  @Input() set level(value: Numeric<Element['level']>) {
    this.element.level = numberOf(value)
  }
}
