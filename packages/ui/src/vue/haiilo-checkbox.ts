// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import '../components/checkbox/haiilo-checkbox.js'
import type { HaiiloCheckbox as Element } from '../components/checkbox/haiilo-checkbox.js'
import type { ElementComponent, ElementEvent, ModelModifiers } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of {@link HaiiloCheckbox}, in addition to the attributes of every element. */
export interface HaiiloCheckboxProps {
  /** The value that the form submits while the field is on. While it is off, the form submits no value. */
  readonly value?: Element['value'] | undefined
  /** Whether the field is on. */
  readonly checked?: Element['checked'] | undefined
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
  /** The value of `v-model`, which binds `checked`. */
  readonly modelValue?: Element['checked'] | null | undefined
  /** The modifiers of `v-model`. */
  readonly modelModifiers?: Pick<ModelModifiers, 'lazy'> | undefined
  /** The listener of `v-model`. */
  readonly 'onUpdate:modelValue'?: ((value: Element['checked']) => unknown) | undefined
  /** The person ticks or clears the box. */
  readonly onInput?: ((event: ElementEvent<Element>) => unknown) | undefined
  /** Fires after each `input`. */
  readonly onChange?: ((event: ElementEvent<Element>) => unknown) | undefined
}

/**
 * A box to tick.
 *
 * A checkbox for agreeing to something, or for one of several independent choices. If the change takes effect immediately, use a switch.
 *
 * `$el` of the instance is the element.
 */
export const HaiiloCheckbox = /* @__PURE__ */ wrapElement('haiilo-checkbox', {
  properties: {
    value: String,
    checked: Boolean,
    label: String,
    hint: String,
    error: String,
    name: String,
    required: Boolean,
    disabled: Boolean,
  },
  events: ['input', 'change'],
  model: ['modelValue', 'checked', 'input'],
}) as ElementComponent<Element, HaiiloCheckboxProps>
