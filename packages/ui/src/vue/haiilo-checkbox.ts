// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import '../components/checkbox/haiilo-checkbox.js'
import type { HaiiloCheckbox as Element } from '../components/checkbox/haiilo-checkbox.js'
import type { ElementComponent, ElementEvent, ModelModifiers } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** What {@link HaiiloCheckbox} takes, beyond what every element takes. */
export interface HaiiloCheckboxProps {
  /** What the form gets while it is on; while it is off, the form gets nothing. */
  readonly value?: Element['value'] | undefined
  /** Whether it is on. */
  readonly checked?: Element['checked'] | undefined
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
  /** What `v-model` binds: `checked`. */
  readonly modelValue?: Element['checked'] | null | undefined
  /** The modifiers of `v-model`. */
  readonly modelModifiers?: Pick<ModelModifiers, 'lazy'> | undefined
  /** What `v-model` hears. */
  readonly 'onUpdate:modelValue'?: ((value: Element['checked']) => unknown) | undefined
  /** The person ticks it, or takes the tick away. */
  readonly onInput?: ((event: ElementEvent<Element>) => unknown) | undefined
  /** The same, after `input`. */
  readonly onChange?: ((event: ElementEvent<Element>) => unknown) | undefined
}

/**
 * A box to tick.
 *
 * Something to agree to, or one of several things that may be true at once. Where it works at once, take a switch.
 *
 * `$el` of its instance is the element.
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
