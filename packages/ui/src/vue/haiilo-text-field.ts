// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import '../components/text-field/haiilo-text-field.js'
import type { HaiiloTextField as Element } from '../components/text-field/haiilo-text-field.js'
import type { ElementComponent, ElementEvent, ModelModifiers, Numeric } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of {@link HaiiloTextField}, in addition to the attributes of every element. */
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
  readonly minLength?: Numeric<Element['minLength']> | undefined
  /** The maximum length, in UTF-16 code units. */
  readonly maxLength?: Numeric<Element['maxLength']> | undefined
  /** A regular expression that the whole text must match. */
  readonly pattern?: Element['pattern'] | undefined
  /** The smallest valid number. */
  readonly min?: Numeric<Element['min']> | undefined
  /** The largest valid number. */
  readonly max?: Numeric<Element['max']> | undefined
  /** The step between valid numbers, counted from `min`. Default: any number is valid. */
  readonly step?: Numeric<Element['step']> | undefined
  /** The height of a `textarea`, in lines. */
  readonly rows?: Numeric<Element['rows']> | undefined
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
  /** The value of `v-model`, which binds `value`. */
  readonly modelValue?: Element['value'] | number | null | undefined
  /** The modifiers of `v-model`. */
  readonly modelModifiers?: ModelModifiers | undefined
  /** The listener of `v-model`. */
  readonly 'onUpdate:modelValue'?: ((value: Element['value']) => unknown) | undefined
  /** The person changes the value. */
  readonly onInput?: ((event: ElementEvent<Element>) => unknown) | undefined
  /** The person has finished a change, for instance by leaving the field. */
  readonly onChange?: ((event: ElementEvent<Element>) => unknown) | undefined
}

/**
 * A field for text and numbers.
 *
 * A field for a text, a number or an address. Shows errors after the person leaves it.
 *
 * `$el` of the instance is the element.
 */
export const HaiiloTextField = /* @__PURE__ */ wrapElement('haiilo-text-field', {
  properties: {
    type: String,
    placeholder: String,
    autocomplete: String,
    readonly: Boolean,
    minLength: Number,
    maxLength: Number,
    pattern: String,
    min: Number,
    max: Number,
    step: Number,
    rows: Number,
    value: String,
    label: String,
    hint: String,
    error: String,
    name: String,
    required: Boolean,
    disabled: Boolean,
  },
  events: ['input', 'change'],
  model: ['modelValue', 'value', 'input'],
}) as ElementComponent<Element, HaiiloTextFieldProps>
