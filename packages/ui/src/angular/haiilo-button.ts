// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input } from '@angular/core'

import type { HaiiloButton as Element } from '../components/button/haiilo-button.js'
import '../components/button/haiilo-button.js'
import { isOn, type Flag } from './template-values.js'

/**
 * A button. In a form it submits or resets, depending on its `type`. With an `href` it is a link that looks like a button.
 *
 * - content with `slot="start"`: An icon before the text.
 */
@Directive({ selector: 'haiilo-button' })
export class HaiiloButton {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** The style of the button. */
  @Input() set variant(value: Element['variant']) {
    this.element.variant = value
  }

  /** Whether a click submits its form, resets it, or neither. */
  @Input() set type(value: Element['type']) {
    this.element.type = value
  }

  /** The accessible name. Required if the slot contains only an icon. */
  @Input() set label(value: Element['label']) {
    this.element.label = value
  }

  /** The name of the submitted value if this button submits the form. */
  @Input() set name(value: Element['name']) {
    this.element.name = value
  }

  /** The submitted value, and the return value of a dialog that it closes. */
  @Input() set value(value: Element['value']) {
    this.element.value = value
  }

  /** The address of the link. With it, the button does not belong to a form. Only http, https, mailto, tel and relative addresses are rendered. */
  @Input() set href(value: Element['href']) {
    this.element.href = value
  }

  /** Where the link opens, as in `<a>`: `_blank`, for instance. */
  @Input() set target(value: Element['target']) {
    this.element.target = value
  }

  /** Whether the button is disabled. */
  @Input() set disabled(value: Flag) {
    this.element.disabled = isOn(value)
  }

  /** Whether its action is in progress. A busy button keeps the focus, shows a spinner and ignores clicks. */
  @Input() set busy(value: Flag) {
    this.element.busy = isOn(value)
  }
}
