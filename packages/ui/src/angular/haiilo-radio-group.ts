// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input, Output, type OutputRef } from '@angular/core'

import type { HaiiloRadioGroup as Element } from '../components/radio-group/haiilo-radio-group.js'
import '../components/radio-group/haiilo-radio-group.js'
import { toText } from '../lib/to-text.js'
import { outputFromEvent } from './output-from-event.js'
import { provideFieldControl } from './field-control.js'
import { valueOf, type FieldValue } from './field-value.js'
import { isOn, type Flag } from './template-values.js'

/**
 * A choice of one of a few options, all of them visible. For more than about six options, use a select.
 *
 * - `(input)`, `Event`: The person chooses another option.
 * - `(change)`, `Event`: Fires after each `input`.
 */
@Directive({ selector: 'haiilo-radio-group', providers: provideFieldControl() })
export class HaiiloRadioGroup {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** The value of the chosen option. If no option has this value, none is chosen until such an option is added. */
  @Input() set value(value: FieldValue<Element> | null) {
    this.element.value = toText(value) ?? ''
  }

  /** The options. To change them, set a new array: changes to the same array have no effect. */
  @Input() set options(value: Element['options']) {
    this.element.options = value
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

  /** Emits `value` when the element changes it, for `[(value)]`. */
  @Output() readonly valueChange: OutputRef<FieldValue<Element>> = outputFromEvent(this.element, 'input', valueOf)
}
