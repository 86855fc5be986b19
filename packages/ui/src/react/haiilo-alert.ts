// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloAlert as Element } from '../components/alert/haiilo-alert.js'
import type { ElementComponent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of `<HaiiloAlert>`, in addition to the props of every element. */
export interface HaiiloAlertProps {
  /** What it is about; it has its own colour, icon and word for screen readers. */
  readonly tone?: Element['tone'] | undefined
  /** A few words above the message. */
  readonly heading?: Element['heading'] | undefined
  /** How screen readers hear of it when it comes or changes. */
  readonly live?: Element['live'] | undefined
}

/**
 * A message that stands out. Screen readers hear of it by themselves only where `live` says so. What is to be heard politely should
 * have its alert on the page before it has its text; many screen readers pass over one that comes with it.
 *
 * - children: The message. Links without a class take the colour of the text.
 * - children with `slot="action"`: Buttons below the message.
 */
export const HaiiloAlert: ElementComponent<Element, HaiiloAlertProps> = wrapElement('haiilo-alert', Element)

/** The element, for a `ref`. A message that stands out. */
export type HaiiloAlert = Element
