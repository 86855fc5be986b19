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
 * One of many things, in a list that opens below it. The list lies over the page, and the frame grows for it.
 * Without options for two seconds it says that there is nothing to choose from, and the console says what is missing.
 *
 * - `(input)`, `Event`: The person chooses another option.
 * - `(change)`, `Event`: The same, after `input`.
 */
@Directive({ selector: 'haiilo-select', providers: provideFieldControl() })
export class HaiiloSelect {
  /** The element itself, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** Shown while nothing is chosen; without one, the kit asks to choose. It is no label. */
  @Input() set placeholder(value: Element['placeholder']) {
    this.element.placeholder = value
  }

  /** The value of the chosen option. One that no option has chooses none, until there is such an option. */
  @Input() set value(value: FieldValue<Element> | null) {
    this.element.value = toText(value) ?? ''
  }

  /** What there is to choose from. A list that is changed in place is not seen: set a new one. */
  @Input() set options(value: Element['options']) {
    this.element.options = value
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

  /** Emits `value` when the element has changed it, for `[(value)]`. */
  @Output() readonly valueChange: OutputRef<FieldValue<Element>> = outputFromEvent(this.element, 'input', valueOf)
}
