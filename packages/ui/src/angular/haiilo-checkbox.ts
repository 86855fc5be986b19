// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input, Output, type OutputRef } from '@angular/core'

import type { HaiiloCheckbox as Element } from '../components/checkbox/haiilo-checkbox.js'
import '../components/checkbox/haiilo-checkbox.js'
import { outputFromEvent } from './output-from-event.js'
import { provideFieldControl } from './field-control.js'
import { isOn, type Flag } from './template-values.js'

/**
 * Something to agree to, or one of several things that may be true at once. Where it works at once, take a switch.
 *
 * - `(input)`, `Event`: The person ticks it, or takes the tick away.
 * - `(change)`, `Event`: The same, after `input`.
 */
@Directive({ selector: 'haiilo-checkbox', providers: provideFieldControl() })
export class HaiiloCheckbox {
  /** The element itself, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** What the form gets while it is on; while it is off, the form gets nothing. */
  @Input() set value(value: Element['value']) {
    this.element.value = value
  }

  /** Whether it is on. */
  @Input() set checked(value: Flag) {
    this.element.checked = isOn(value)
  }

  /** What the field asks for. */
  @Input() set label(value: Element['label']) {
    this.element.label = value
  }

  /** Helps to fill it in. */
  @Input() set hint(value: Element['hint']) {
    this.element.hint = value
  }

  /** What is wrong with the value, where the field cannot know: an answer of a server, for instance. It shows at once, and the field is invalid. */
  @Input() set error(value: Element['error']) {
    this.element.error = value
  }

  /** Under this name its value is in the form. */
  @Input() set name(value: Element['name']) {
    this.element.name = value
  }

  /** Whether it has to be filled in. */
  @Input() set required(value: Flag) {
    this.element.required = isOn(value)
  }

  /** It cannot be used, and is no part of the form's values. */
  @Input() set disabled(value: Flag) {
    this.element.disabled = isOn(value)
  }

  /** Emits `checked` when the element has changed it, for `[(checked)]`. */
  @Output() readonly checkedChange: OutputRef<Element['checked']> = outputFromEvent(
    this.element,
    'input',
    ({ checked }) => checked,
  )
}
