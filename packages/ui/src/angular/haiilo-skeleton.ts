// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input } from '@angular/core'

import type { HaiiloSkeleton as Element } from '../components/skeleton/haiilo-skeleton.js'
import '../components/skeleton/haiilo-skeleton.js'
import { numberOf, type Numeric } from './template-values.js'

/**
 * A placeholder for content that is still loading. Screen readers ignore it: announce the loading with a live region, or set `aria-busy`
 * on the element that receives the content.
 */
@Directive({ selector: 'haiilo-skeleton' })
export class HaiiloSkeleton {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** The number of lines of text, 1 to 50. The last of several lines is shorter. */
  @Input() set lines(value: Numeric<Element['lines']>) {
    this.element.lines = numberOf(value)
  }

  /** What the skeleton represents. */
  @Input() set shape(value: Element['shape']) {
    this.element.shape = value
  }
}
