// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input, Output, type OutputRef } from '@angular/core'

import type { HaiiloSwitch as Element } from '../components/switch/haiilo-switch.js'
import '../components/switch/haiilo-switch.js'
import { outputFromEvent } from './output-from-event.js'
import { provideFieldControl } from './field-control.js'
import { isOn, type Flag } from './template-values.js'

/**
 * A setting that is on or off and takes effect immediately. For a value that is sent with a form, use a checkbox.
 *
 * - `(input)`, `Event`: The person switches it on or off.
 * - `(change)`, `Event`: Fires after each `input`.
 */
@Directive({ selector: 'haiilo-switch', providers: provideFieldControl() })
export class HaiiloSwitch {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** The value that the form submits while the field is on. While it is off, the form submits no value. */
  @Input() set value(value: Element['value']) {
    this.element.value = value
  }

  /** Whether the field is on. */
  @Input() set checked(value: Flag) {
    this.element.checked = isOn(value)
  }

  /** The label of the field. */
  @Input() set label(value: Element['label']) {
    this.element.label = value
  }

  /** A help text below the control. */
  @Input() set hint(value: Element['hint']) {
    this.element.hint = value
  }

  /** An error message that the field cannot determine itself, for example from a server. It appears immediately and makes the field invalid. */
  @Input() set error(value: Element['error']) {
    this.element.error = value
  }

  /** The name of the value in the form data. */
  @Input() set name(value: Element['name']) {
    this.element.name = value
  }

  /** Whether a value is required. */
  @Input() set required(value: Flag) {
    this.element.required = isOn(value)
  }

  /** Whether the field is disabled. A disabled field is not part of the form data. */
  @Input() set disabled(value: Flag) {
    this.element.disabled = isOn(value)
  }

  /** Emits `checked` when the element changes it, for `[(checked)]`. */
  @Output() readonly checkedChange: OutputRef<Element['checked']> = outputFromEvent(
    this.element,
    'input',
    ({ checked }) => checked,
  )
}
