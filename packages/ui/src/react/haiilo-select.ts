// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloSelect as Element } from '../components/select/haiilo-select.js'
import type { ElementComponent, ElementEvent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of `<HaiiloSelect>`, in addition to the props of every element. */
export interface HaiiloSelectProps {
  /** Shown while nothing is chosen; without one, the kit asks to choose. It is no label. */
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
  /** The person chooses another option. */
  readonly onInput?: ((event: ElementEvent<Element>) => void) | undefined
  /** The same, after `input`. */
  readonly onChange?: ((event: ElementEvent<Element>) => void) | undefined
}

/**
 * One of many things, in a list that opens below it. The list lies over the page, and the frame grows for it.
 * Without options for two seconds it says that there is nothing to choose from, and the console says what is missing.
 *
 * - children: `<option value="…">` elements, where `options` is not set. They are read, and not shown themselves.
 */
export const HaiiloSelect: ElementComponent<Element, HaiiloSelectProps> = wrapElement(
  'haiilo-select',
  Element,
  { input: 'onInput', change: 'onChange' },
  ['value', 'onInput'],
)

/** The element, for a `ref`. A list to choose one option from. */
export type HaiiloSelect = Element
