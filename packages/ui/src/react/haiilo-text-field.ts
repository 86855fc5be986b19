// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloTextField as Element } from '../components/text-field/haiilo-text-field.js'
import type { ElementComponent, ElementEvent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of `<HaiiloTextField>`, in addition to the props of every element. */
export interface HaiiloTextFieldProps {
  /** What is written into it. */
  readonly type?: Element['type'] | undefined
  /** An example, shown while the field is empty. It is no label. */
  readonly placeholder?: Element['placeholder'] | undefined
  /** What the browser may fill in, as for `<input>`. */
  readonly autocomplete?: Element['autocomplete'] | undefined
  /** It can be read and copied, and not changed. */
  readonly readonly?: Element['readonly'] | undefined
  /** The least length, in UTF-16 code units. */
  readonly minLength?: Element['minLength'] | undefined
  /** The most length, in UTF-16 code units. */
  readonly maxLength?: Element['maxLength'] | undefined
  /** A regular expression for the whole text. */
  readonly pattern?: Element['pattern'] | undefined
  /** The least number. */
  readonly min?: Element['min'] | undefined
  /** The greatest number. */
  readonly max?: Element['max'] | undefined
  /** The number is a multiple of it, counted from `min`. */
  readonly step?: Element['step'] | undefined
  /** The height of a long text, in lines. */
  readonly rows?: Element['rows'] | undefined
  /** What is written in it; of a number, its digits with a point: `"1.5"`. */
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
  /** The person is done with it. */
  readonly onChange?: ((event: ElementEvent<Element>) => void) | undefined
  /** The component shows no children. */
  readonly children?: undefined
}

/** A text, a number or an address, checked once the person leaves the field. */
export const HaiiloTextField: ElementComponent<Element, HaiiloTextFieldProps> = wrapElement(
  'haiilo-text-field',
  Element,
  { input: 'onInput', change: 'onChange' },
  ['value', 'onInput'],
)

/** The element, for a `ref`. A field to write in. */
export type HaiiloTextField = Element
