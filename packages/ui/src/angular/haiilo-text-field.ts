// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { Directive, ElementRef, inject, Input, Output, type OutputRef } from '@angular/core'

import type { HaiiloTextField as Element } from '../components/text-field/haiilo-text-field.js'
import '../components/text-field/haiilo-text-field.js'
import { toText } from '../lib/to-text.js'
import { outputFromEvent } from './output-from-event.js'
import { provideFieldControl } from './field-control.js'
import { valueOf, type FieldValue } from './field-value.js'
import { isOn, numberOf, patternOf, type Flag, type Numeric } from './template-values.js'

/**
 * A field for a text, a number or an address. Shows errors after the person leaves it.
 *
 * - `(input)`, `Event`: The person changes the value.
 * - `(change)`, `Event`: The person has finished a change, for instance by leaving the field.
 */
@Directive({ selector: 'haiilo-text-field', providers: provideFieldControl() })
export class HaiiloTextField {
  /** The element, for its methods. */
  readonly element: Element = inject<ElementRef<Element>>(ElementRef).nativeElement

  /** The kind of text in the field. */
  @Input() set type(value: Element['type']) {
    this.element.type = value
  }

  /** An example, shown while the field is empty. It does not replace a label. */
  @Input() set placeholder(value: Element['placeholder']) {
    this.element.placeholder = value
  }

  /** What the browser may fill in, as in `<input>`. */
  @Input() set autocomplete(value: Element['autocomplete']) {
    this.element.autocomplete = value
  }

  /** Whether the text can be read and copied, but not changed. */
  @Input() set readonly(value: Flag) {
    this.element.readonly = isOn(value)
  }

  /** The minimum length, in UTF-16 code units. */
  @Input() set minLength(value: Numeric<Element['minLength']>) {
    this.element.minLength = numberOf(value)
  }

  /** The maximum length, in UTF-16 code units. */
  @Input() set maxLength(value: Numeric<Element['maxLength']>) {
    this.element.maxLength = numberOf(value)
  }

  /** A regular expression that the whole text must match. */
  @Input() set pattern(value: Element['pattern'] | readonly RegExp[]) {
    this.element.pattern = patternOf(value)
  }

  /** The smallest valid number. */
  @Input() set min(value: Element['min'] | string) {
    this.element.min = numberOf(value)
  }

  /** The largest valid number. */
  @Input() set max(value: Element['max'] | string) {
    this.element.max = numberOf(value)
  }

  /** The step between valid numbers, counted from `min`. Default: any number is valid. */
  @Input() set step(value: Numeric<Element['step']>) {
    this.element.step = numberOf(value)
  }

  /** The height of a `textarea`, in lines. */
  @Input() set rows(value: Numeric<Element['rows']>) {
    this.element.rows = numberOf(value)
  }

  /** The text. For a number: as in HTML, with a decimal point, such as `"1.5"`. */
  @Input() set value(value: FieldValue<Element> | null) {
    this.element.value = toText(value) ?? ''
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
