// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloTextField as Element } from '../components/text-field/haiilo-text-field.js'
import type { ElementComponent, ElementEvent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of `<HaiiloTextField>`, in addition to the props of every element. */
export interface HaiiloTextFieldProps {
  /** The kind of text in the field. */
  readonly type?: Element['type'] | undefined
  /** An example, shown while the field is empty. It does not replace a label. */
  readonly placeholder?: Element['placeholder'] | undefined
  /** What the browser may fill in, as in `<input>`. */
  readonly autocomplete?: Element['autocomplete'] | undefined
  /** Whether the text can be read and copied, but not changed. */
  readonly readonly?: Element['readonly'] | undefined
  /** The minimum length, in UTF-16 code units. */
  readonly minLength?: Element['minLength'] | undefined
  /** The maximum length, in UTF-16 code units. */
  readonly maxLength?: Element['maxLength'] | undefined
  /** A regular expression that the whole text must match. */
  readonly pattern?: Element['pattern'] | undefined
  /** The smallest valid number. */
  readonly min?: Element['min'] | undefined
  /** The largest valid number. */
  readonly max?: Element['max'] | undefined
  /** The step between valid numbers, counted from `min`. Default: any number is valid. */
  readonly step?: Element['step'] | undefined
  /** The height of a `textarea`, in lines. */
  readonly rows?: Element['rows'] | undefined
  /** The text. For a number: as in HTML, with a decimal point, such as `"1.5"`. */
  readonly value?: Element['value'] | undefined
  /** The label of the field. */
  readonly label?: Element['label'] | undefined
  /** A help text below the control. */
  readonly hint?: Element['hint'] | undefined
  /** An error message that the field cannot determine itself, for example from a server. It appears immediately and makes the field invalid. */
  readonly error?: Element['error'] | undefined
  /** The name of the value in the form data. */
  readonly name?: Element['name'] | undefined
  /** Whether a value is required. */
  readonly required?: Element['required'] | undefined
  /** Whether the field is disabled. A disabled field is not part of the form data. */
  readonly disabled?: Element['disabled'] | undefined
  /** The person changes the value. */
  readonly onInput?: ((event: ElementEvent<Element>) => void) | undefined
  /** The person has finished a change, for instance by leaving the field. */
  readonly onChange?: ((event: ElementEvent<Element>) => void) | undefined
  /** The component shows no children. */
  readonly children?: undefined
}

/** A field for a text, a number or an address. Shows errors after the person leaves it. */
export const HaiiloTextField: ElementComponent<Element, HaiiloTextFieldProps> = wrapElement(
  'haiilo-text-field',
  Element,
  { input: 'onInput', change: 'onChange' },
  ['value', 'onInput'],
)

/** The element, for a `ref`. A field for text and numbers. */
export type HaiiloTextField = Element
