// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import '../components/radio-group/haiilo-radio-group.js'
import type { HaiiloRadioGroup as Element } from '../components/radio-group/haiilo-radio-group.js'
import type { ElementComponent, ElementEvent, ElementSlot, ModelModifiers } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of {@link HaiiloRadioGroup}, in addition to the attributes of every element. */
export interface HaiiloRadioGroupProps {
  /** The value of the chosen option. If no option has this value, none is chosen until such an option is added. */
  readonly value?: Element['value'] | undefined
  /** The options. To change them, set a new array: changes to the same array have no effect. */
  readonly options?: Element['options'] | undefined
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
  /** The person chooses another option. */
  readonly onInput?: ((event: ElementEvent<Element>) => unknown) | undefined
  /** Fires after each `input`. */
  readonly onChange?: ((event: ElementEvent<Element>) => unknown) | undefined
}

/**
 * A choice of one of a few visible options.
 *
 * A choice of one of a few options, all of them visible. For more than about six options, use a select.
 *
 * `$el` of the instance is the element.
 */
export const HaiiloRadioGroup = /* @__PURE__ */ wrapElement('haiilo-radio-group', {
  properties: {
    value: String,
    options: Object,
    label: String,
    hint: String,
    error: String,
    name: String,
    required: Boolean,
    disabled: Boolean,
  },
  events: ['input', 'change'],
  slots: ['default'],
  model: ['modelValue', 'value', 'input'],
}) as ElementComponent<
  Element,
  HaiiloRadioGroupProps,
  {
    /** `<option value="…">` elements, used if `options` is not set. The elements themselves are not shown. */
    default?: ElementSlot
  }
>
