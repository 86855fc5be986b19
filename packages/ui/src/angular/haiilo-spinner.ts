// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input } from '@angular/core'

import type { HaiiloSpinner as Element } from '../components/spinner/haiilo-spinner.js'
import '../components/spinner/haiilo-spinner.js'

/**
 * Shows that an action of unknown duration is in progress. Has the colour of the surrounding text. If the shape of the content is known, use
 * a skeleton instead.
 */
@Directive({ selector: 'haiilo-spinner' })
export class HaiiloSpinner {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** The size. */
  @Input() set size(value: Element['size']) {
    this.element.size = value
  }

  /**
   * What is in progress, for screen readers. Default: "Loading…" in the language of the page. Set it to an empty string to hide the spinner
   * from screen readers, for instance if a text next to it says the same.
   */
  @Input() set label(value: Element['label']) {
    this.element.label = value
  }
}
