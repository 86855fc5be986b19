// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloTextField as Element } from '../components/text-field/haiilo-text-field.js'
import type { ElementComponent, ElementEvent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** What `<HaiiloTextField>` can be given, besides what every element can. */
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
  /** What the field asks for. */
  readonly label?: Element['label'] | undefined
  /** Helps to fill it in. */
  readonly hint?: Element['hint'] | undefined
  /** What is wrong with the value, where the field cannot know: an answer of a server, for instance. It shows at once, and the field is invalid. */
  readonly error?: Element['error'] | undefined
  /** Under this name its value is in the form. */
  readonly name?: Element['name'] | undefined
  /** Whether it has to be filled in. */
  readonly required?: Element['required'] | undefined
  /** It cannot be used, and is no part of the form's values. */
  readonly disabled?: Element['disabled'] | undefined
  /** The person changes the value. */
  readonly onInput?: ((event: ElementEvent<Element>) => void) | undefined
  /** The person is done with it. */
  readonly onChange?: ((event: ElementEvent<Element>) => void) | undefined
  /** It shows nothing of what is put into it. */
  readonly children?: undefined
}

/** A text, a number or an address, checked once the person leaves the field. */
export const HaiiloTextField: ElementComponent<Element, HaiiloTextFieldProps> = wrapElement(
  'haiilo-text-field',
  Element,
  { input: 'onInput', change: 'onChange' },
  ['value', 'onInput'],
)

/** The element itself, for a `ref`. A field to write in. */
export type HaiiloTextField = Element
