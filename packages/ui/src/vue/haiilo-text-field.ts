// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import '../components/text-field/haiilo-text-field.js'
import type { HaiiloTextField as Element } from '../components/text-field/haiilo-text-field.js'
import type { ElementComponent, ElementEvent, ModelModifiers, Numeric } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** What {@link HaiiloTextField} takes, beyond what every element takes. */
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
  readonly minLength?: Numeric<Element['minLength']> | undefined
  /** The most length, in UTF-16 code units. */
  readonly maxLength?: Numeric<Element['maxLength']> | undefined
  /** A regular expression for the whole text. */
  readonly pattern?: Element['pattern'] | undefined
  /** The least number. */
  readonly min?: Numeric<Element['min']> | undefined
  /** The greatest number. */
  readonly max?: Numeric<Element['max']> | undefined
  /** The number is a multiple of it, counted from `min`. */
  readonly step?: Numeric<Element['step']> | undefined
  /** The height of a long text, in lines. */
  readonly rows?: Numeric<Element['rows']> | undefined
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
  /** What `v-model` binds: `value`. */
  readonly modelValue?: Element['value'] | number | null | undefined
  /** The modifiers of `v-model`. */
  readonly modelModifiers?: ModelModifiers | undefined
  /** What `v-model` hears. */
  readonly 'onUpdate:modelValue'?: ((value: Element['value']) => unknown) | undefined
  /** The person changes the value. */
  readonly onInput?: ((event: ElementEvent<Element>) => unknown) | undefined
  /** The person is done with it. */
  readonly onChange?: ((event: ElementEvent<Element>) => unknown) | undefined
}

/**
 * A field to write in.
 *
 * A text, a number or an address, checked once the person leaves the field.
 *
 * `$el` of its instance is the element.
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
