// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input } from '@angular/core'

import type { HaiiloAlert as Element } from '../components/alert/haiilo-alert.js'
import '../components/alert/haiilo-alert.js'

/**
 * A prominent message. Screen readers announce it automatically only if `live` is set. For `live="polite"`, add the alert to the page first
 * and its text later: many screen readers ignore an alert that is inserted together with its text.
 *
 * - content with `slot="action"`: Buttons below the message.
 */
@Directive({ selector: 'haiilo-alert' })
export class HaiiloAlert {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** The kind of message. Each tone has its own colour, icon and text for screen readers. */
  @Input() set tone(value: Element['tone']) {
    this.element.tone = value
  }

  /** A short heading above the message. */
  @Input() set heading(value: Element['heading']) {
    this.element.heading = value
  }

  /** How screen readers announce the alert when it appears or changes. */
  @Input() set live(value: Element['live']) {
    this.element.live = value
  }
}
