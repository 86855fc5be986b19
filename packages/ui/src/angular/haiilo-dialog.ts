// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input, Output, type OutputRef } from '@angular/core'

import type { HaiiloDialog as Element } from '../components/dialog/haiilo-dialog.js'
import '../components/dialog/haiilo-dialog.js'
import { outputFromEvent } from './output-from-event.js'
import { isOn, type Flag } from './template-values.js'

/**
 * A modal dialog. It opens in the visible part of the frame. If the page uses `observeHeight` of `@haiilo-kit/core`, the frame grows for
 * the dialog, so that nothing is cut off and nothing in it scrolls.
 *
 * The focus moves to the element with `autofocus`, otherwise to the first focusable element in the content, otherwise to the heading. It
 * returns when the dialog closes. A `<form method="dialog">` in the dialog closes it with the value of the button.
 *
 * - content with `slot="actions"`: Buttons, the most important one last.
 * - `(close)`, `Event`: The dialog has closed, for any reason.
 * - `(cancel)`, `Event`: The person is about to close the dialog with Escape, the close button or the backdrop. Prevent it to keep the dialog open.
 */
@Directive({ selector: 'haiilo-dialog' })
export class HaiiloDialog {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** Whether the dialog is open. */
  @Input() set open(value: Flag) {
    this.element.open = isOn(value)
  }

  /** The heading, which is also the accessible name. */
  @Input() set heading(value: Element['heading']) {
    this.element.heading = value
  }

  /** The width if there is enough room. */
  @Input() set size(value: Element['size']) {
    this.element.size = value
  }

  /** Whether a click on the backdrop closes the dialog (in browsers that support `closedby`). */
  @Input() set closeOnBackdrop(value: Flag) {
    this.element.closeOnBackdrop = isOn(value)
  }

  /** Emits `open` when the element changes it, for `[(open)]`. */
  @Output() readonly openChange: OutputRef<Element['open']> = outputFromEvent(this.element, 'close', ({ open }) => open)
}
