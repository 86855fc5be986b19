// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import '../components/alert/haiilo-alert.js'
import type { HaiiloAlert as Element } from '../components/alert/haiilo-alert.js'
import type { ElementComponent, ElementSlot } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of {@link HaiiloAlert}, in addition to the attributes of every element. */
export interface HaiiloAlertProps {
  /** The kind of message. Each tone has its own colour, icon and text for screen readers. */
  readonly tone?: Element['tone'] | undefined
  /** A short heading above the message. */
  readonly heading?: Element['heading'] | undefined
  /** How screen readers announce the alert when it appears or changes. */
  readonly live?: Element['live'] | undefined
}

/**
 * A prominent message.
 *
 * A prominent message. Screen readers announce it automatically only if `live` is set. For `live="polite"`, add the alert to the page first
 * and its text later: many screen readers ignore an alert that is inserted together with its text.
 *
 * `$el` of the instance is the element.
 */
export const HaiiloAlert = /* @__PURE__ */ wrapElement('haiilo-alert', {
  properties: { tone: String, heading: String, live: String },
  slots: ['default', 'action'],
}) as ElementComponent<
  Element,
  HaiiloAlertProps,
  {
    /** The message. Links without a class get the colour of the text. */
    default?: ElementSlot
    /** Buttons below the message. */
    action?: ElementSlot
  }
>
