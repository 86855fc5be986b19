// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input } from '@angular/core'

import type { HaiiloSpinner as Element } from '../components/spinner/haiilo-spinner.js'
import '../components/spinner/haiilo-spinner.js'

/**
 * Turns while something is under way and nobody knows for how long. It has the colour of the text around it. Where the shape of what
 * comes is known, a skeleton is calmer.
 */
@Directive({ selector: 'haiilo-spinner' })
export class HaiiloSpinner {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** How large it is. */
  @Input() set size(value: Element['size']) {
    this.element.size = value
  }

  /**
   * What is under way, for screen readers. Left out, it is "Loading…" in the language of the page; empty, screen readers do not hear of
   * the spinner, since a text beside it says the same.
   */
  @Input() set label(value: Element['label']) {
    this.element.label = value
  }
}
