// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input } from '@angular/core'

import type { HaiiloSkeleton as Element } from '../components/skeleton/haiilo-skeleton.js'
import '../components/skeleton/haiilo-skeleton.js'
import { numberOf, type Numeric } from './template-values.js'

/**
 * Holds the place of what is still loading. Screen readers pass over it: what is loading should be said by a live region, or by
 * `aria-busy` of the place.
 */
@Directive({ selector: 'haiilo-skeleton' })
export class HaiiloSkeleton {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** How many lines of text it stands for, 1 to 50. The last of several is shorter. */
  @Input() set lines(value: Numeric<Element['lines']>) {
    this.element.lines = numberOf(value)
  }

  /** What it stands for. */
  @Input() set shape(value: Element['shape']) {
    this.element.shape = value
  }
}
