// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import '../components/alert/haiilo-alert.js'
import type { HaiiloAlert as Element } from '../components/alert/haiilo-alert.js'
import type { ElementComponent, ElementSlot } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of {@link HaiiloAlert}, in addition to the attributes of every element. */
export interface HaiiloAlertProps {
  /** What it is about; it has its own colour, icon and word for screen readers. */
  readonly tone?: Element['tone'] | undefined
  /** A few words above the message. */
  readonly heading?: Element['heading'] | undefined
  /** How screen readers hear of it when it comes or changes. */
  readonly live?: Element['live'] | undefined
}

/**
 * A message that stands out.
 *
 * A message that stands out. Screen readers hear of it by themselves only where `live` says so. What is to be heard politely should
 * have its alert on the page before it has its text; many screen readers pass over one that comes with it.
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
    /** The message. Links without a class take the colour of the text. */
    default?: ElementSlot
    /** Buttons below the message. */
    action?: ElementSlot
  }
>
