// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloAlert as Element } from '../components/alert/haiilo-alert.js'
import type { ElementComponent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of `<HaiiloAlert>`, in addition to the props of every element. */
export interface HaiiloAlertProps {
  /** The kind of message. Each tone has its own colour, icon and text for screen readers. */
  readonly tone?: Element['tone'] | undefined
  /** A short heading above the message. */
  readonly heading?: Element['heading'] | undefined
  /** How screen readers announce the alert when it appears or changes. */
  readonly live?: Element['live'] | undefined
}

/**
 * A prominent message. Screen readers announce it automatically only if `live` is set. For `live="polite"`, add the alert to the page first
 * and its text later: many screen readers ignore an alert that is inserted together with its text.
 *
 * - children: The message. Links without a class get the colour of the text.
 * - children with `slot="action"`: Buttons below the message.
 */
export const HaiiloAlert: ElementComponent<Element, HaiiloAlertProps> = wrapElement('haiilo-alert', Element)

/** The element, for a `ref`. A prominent message. */
export type HaiiloAlert = Element
