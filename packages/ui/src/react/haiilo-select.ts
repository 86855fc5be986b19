// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloSelect as Element } from '../components/select/haiilo-select.js'
import type { ElementComponent, ElementEvent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** What `<HaiiloSelect>` can be given, besides what every element can. */
export interface HaiiloSelectProps {
  /** Shown while nothing is chosen; without one, the kit asks to choose. It is no label. */
  readonly placeholder?: Element['placeholder'] | undefined
  /** The value of the chosen option. One that no option has chooses none, until there is such an option. */
  readonly value?: Element['value'] | undefined
  /** What there is to choose from. A list that is changed in place is not seen: set a new one. */
  readonly options?: Element['options'] | undefined
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

/** The element itself, for a `ref`. A list to choose one option from. */
export type HaiiloSelect = Element
