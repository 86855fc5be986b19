// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input } from '@angular/core'

import type { HaiiloButton as Element } from '../components/button/haiilo-button.js'
import '../components/button/haiilo-button.js'
import { isOn, type Flag } from './template-values.js'

/**
 * A button. In a form it submits or resets, as its `type` says; with an `href` it is a link that looks like a button.
 *
 * - content with `slot="start"`: An icon before the text.
 */
@Directive({ selector: 'haiilo-button' })
export class HaiiloButton {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** How much weight it has. */
  @Input() set variant(value: Element['variant']) {
    this.element.variant = value
  }

  /** What it does to its form. */
  @Input() set type(value: Element['type']) {
    this.element.type = value
  }

  /** Its accessible name, where the slot holds nothing but an icon. */
  @Input() set label(value: Element['label']) {
    this.element.label = value
  }

  /** The name under which its value is submitted if it submits the form. */
  @Input() set name(value: Element['name']) {
    this.element.name = value
  }

  /** The submitted value, and the return value of a dialog that it closes. */
  @Input() set value(value: Element['value']) {
    this.element.value = value
  }

  /** Where it leads: it is a link then, and no part of a form. Only http, https, mailto, tel and relative addresses are rendered. */
  @Input() set href(value: Element['href']) {
    this.element.href = value
  }

  /** Where the link opens, as for `<a>`: `_blank`, for instance. */
  @Input() set target(value: Element['target']) {
    this.element.target = value
  }

  /** It cannot be used. */
  @Input() set disabled(value: Flag) {
    this.element.disabled = isOn(value)
  }

  /** Its action is under way: it keeps the focus, shows a spinner and takes no second click. */
  @Input() set busy(value: Flag) {
    this.element.busy = isOn(value)
  }
}
