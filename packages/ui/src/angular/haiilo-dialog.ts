// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input, Output, type OutputRef } from '@angular/core'

import type { HaiiloDialog as Element } from '../components/dialog/haiilo-dialog.js'
import '../components/dialog/haiilo-dialog.js'
import { outputFromEvent } from './output-from-event.js'
import { isOn, type Flag } from './template-values.js'

/**
 * A modal dialog. It opens in the part of the frame that the person sees, and the frame makes room for it: where
 * `observeHeight` of `@haiilo-kit/core` keeps the height, nothing of it is cut off and nothing in it scrolls.
 *
 * The focus moves to what says `autofocus`, or else to the first field in it, or else to its heading, and back when it closes.
 * A `<form method="dialog">` in it closes it, with the value of the button.
 *
 * - content with `slot="actions"`: Buttons, the most important one last.
 * - `(close)`, `Event`: It is closed, by whomever.
 * - `(cancel)`, `Event`: The person is about to close it by Escape, the close button or the backdrop. Prevent it to keep it open.
 */
@Directive({ selector: 'haiilo-dialog' })
export class HaiiloDialog {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** Whether it is open. */
  @Input() set open(value: Flag) {
    this.element.open = isOn(value)
  }

  /** What it is about: its heading and its accessible name. */
  @Input() set heading(value: Element['heading']) {
    this.element.heading = value
  }

  /** How wide it is where there is room. */
  @Input() set size(value: Element['size']) {
    this.element.size = value
  }

  /** A click beside it closes it, too (in browsers that know `closedby`). */
  @Input() set closeOnBackdrop(value: Flag) {
    this.element.closeOnBackdrop = isOn(value)
  }

  /** Emits `open` when the element changes it, for `[(open)]`. */
  @Output() readonly openChange: OutputRef<Element['open']> = outputFromEvent(this.element, 'close', ({ open }) => open)
}
