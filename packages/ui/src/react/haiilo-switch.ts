// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloSwitch as Element } from '../components/switch/haiilo-switch.js'
import type { ElementComponent, ElementEvent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** What `<HaiiloSwitch>` can be given, besides what every element can. */
export interface HaiiloSwitchProps {
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
  /** The person switches it. */
  readonly onInput?: ((event: ElementEvent<Element>) => void) | undefined
  /** The same, after `input`. */
  readonly onChange?: ((event: ElementEvent<Element>) => void) | undefined
  /** It shows nothing of what is put into it. */
  readonly children?: undefined
}

/** A setting that is on or off, and counts as soon as it is switched. What is only sent with a form is better a checkbox. */
export const HaiiloSwitch: ElementComponent<Element, HaiiloSwitchProps> = wrapElement(
  'haiilo-switch',
  Element,
  { input: 'onInput', change: 'onChange' },
  ['checked', 'onInput'],
)

/** The element itself, for a `ref`. Something to switch on and off. */
export type HaiiloSwitch = Element
