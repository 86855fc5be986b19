// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloCheckbox as Element } from '../components/checkbox/haiilo-checkbox.js'
import type { ElementComponent, ElementEvent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of `<HaiiloCheckbox>`, in addition to the props of every element. */
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
  /** The person ticks or clears the box. */
  readonly onInput?: ((event: ElementEvent<Element>) => void) | undefined
  /** Fires after each `input`. */
  readonly onChange?: ((event: ElementEvent<Element>) => void) | undefined
  /** The component shows no children. */
  readonly children?: undefined
}

/** A checkbox for agreeing to something, or for one of several independent choices. If the change takes effect immediately, use a switch. */
export const HaiiloCheckbox: ElementComponent<Element, HaiiloCheckboxProps> = wrapElement(
  'haiilo-checkbox',
  Element,
  { input: 'onInput', change: 'onChange' },
  ['checked', 'onInput'],
)

/** The element, for a `ref`. A box to tick. */
export type HaiiloCheckbox = Element
