// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import '../components/select/haiilo-select.js'
import type { HaiiloSelect as Element } from '../components/select/haiilo-select.js'
import type { ElementComponent, ElementEvent, ElementSlot, ModelModifiers } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of {@link HaiiloSelect}, in addition to the attributes of every element. */
export interface HaiiloSelectProps {
  /** Shown while nothing is chosen. Default: "Choose…" in the language of the page. It does not replace a label. */
  readonly placeholder?: Element['placeholder'] | undefined
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
 * A choice of one option in a list.
 *
 * A choice of one of many options, in a list that opens below the field. The list is above the page, and the frame grows for it. If there
 * are no options after two seconds, the field shows that there is nothing to choose from, and the console shows what is missing.
 *
 * `$el` of the instance is the element.
 */
export const HaiiloSelect = /* @__PURE__ */ wrapElement('haiilo-select', {
  properties: {
    placeholder: String,
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
  HaiiloSelectProps,
  {
    /** `<option value="…">` elements, used if `options` is not set. The elements themselves are not shown. */
    default?: ElementSlot
  }
>
