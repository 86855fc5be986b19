// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input, Output, type OutputRef } from '@angular/core'

import type { HaiiloSelect as Element } from '../components/select/haiilo-select.js'
import '../components/select/haiilo-select.js'
import { toText } from '../lib/to-text.js'
import { outputFromEvent } from './output-from-event.js'
import { provideFieldControl } from './field-control.js'
import { valueOf, type FieldValue } from './field-value.js'
import { isOn, type Flag } from './template-values.js'

/**
 * A choice of one of many options, in a list that opens below the field. The list is above the page, and the frame grows for it. If there
 * are no options after two seconds, the field shows that there is nothing to choose from, and the console shows what is missing.
 *
 * - `(input)`, `Event`: The person chooses another option.
 * - `(change)`, `Event`: Fires after each `input`.
 */
@Directive({ selector: 'haiilo-select', providers: provideFieldControl() })
export class HaiiloSelect {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** Shown while nothing is chosen. Default: "Choose…" in the language of the page. It does not replace a label. */
  @Input() set placeholder(value: Element['placeholder']) {
    this.element.placeholder = value
  }

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
