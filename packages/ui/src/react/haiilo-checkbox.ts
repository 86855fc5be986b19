// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloCheckbox as Element } from '../components/checkbox/haiilo-checkbox.js'
import type { ElementComponent, ElementEvent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** What `<HaiiloCheckbox>` can be given, besides what every element can. */
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
  /** The person ticks it, or takes the tick away. */
  readonly onInput?: ((event: ElementEvent<Element>) => void) | undefined
  /** The same, after `input`. */
  readonly onChange?: ((event: ElementEvent<Element>) => void) | undefined
  /** It shows nothing of what is put into it. */
  readonly children?: undefined
}

/** Something to agree to, or one of several things that may be true at once. Where it works at once, take a switch. */
export const HaiiloCheckbox: ElementComponent<Element, HaiiloCheckboxProps> = wrapElement(
  'haiilo-checkbox',
  Element,
  { input: 'onInput', change: 'onChange' },
  ['checked', 'onInput'],
)

/** The element itself, for a `ref`. A box to tick. */
export type HaiiloCheckbox = Element
