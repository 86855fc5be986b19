// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input } from '@angular/core'

import type { HaiiloAlert as Element } from '../components/alert/haiilo-alert.js'
import '../components/alert/haiilo-alert.js'

/**
 * A message that stands out. Screen readers hear of it by themselves only where `live` says so. What is to be heard politely should
 * have its alert on the page before it has its text; many screen readers pass over one that comes with it.
 *
 * - content with `slot="action"`: Buttons below the message.
 */
@Directive({ selector: 'haiilo-alert' })
export class HaiiloAlert {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** What it is about; it has its own colour, icon and word for screen readers. */
  @Input() set tone(value: Element['tone']) {
    this.element.tone = value
  }

  /** A few words above the message. */
  @Input() set heading(value: Element['heading']) {
    this.element.heading = value
  }

  /** How screen readers hear of it when it comes or changes. */
  @Input() set live(value: Element['live']) {
    this.element.live = value
  }
}
