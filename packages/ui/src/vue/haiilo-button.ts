// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import '../components/button/haiilo-button.js'
import type { HaiiloButton as Element } from '../components/button/haiilo-button.js'
import type { ElementComponent, ElementSlot } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of {@link HaiiloButton}, in addition to the attributes of every element. */
export interface HaiiloButtonProps {
  /** The style of the button. */
  readonly variant?: Element['variant'] | undefined
  /** Whether a click submits its form, resets it, or neither. */
  readonly type?: Element['type'] | undefined
  /** The accessible name. Required if the slot contains only an icon. */
  readonly label?: Element['label'] | undefined
  /** The name of the submitted value if this button submits the form. */
  readonly name?: Element['name'] | undefined
  /** The submitted value, and the return value of a dialog that it closes. */
  readonly value?: Element['value'] | undefined
  /** The address of the link. With it, the button does not belong to a form. Only http, https, mailto, tel and relative addresses are rendered. */
  readonly href?: Element['href'] | undefined
  /** Where the link opens, as in `<a>`: `_blank`, for instance. */
  readonly target?: Element['target'] | undefined
  /** Whether the button is disabled. */
  readonly disabled?: Element['disabled'] | undefined
  /** Whether its action is in progress. A busy button keeps the focus, shows a spinner and ignores clicks. */
  readonly busy?: Element['busy'] | undefined
}

/**
 * Starts an action.
 *
 * A button. In a form it submits or resets, depending on its `type`. With an `href` it is a link that looks like a button.
 *
 * `$el` of the instance is the element.
 */
export const HaiiloButton = /* @__PURE__ */ wrapElement('haiilo-button', {
  properties: {
    variant: String,
    type: String,
    label: String,
    name: String,
    value: String,
    href: String,
    target: String,
    disabled: Boolean,
    busy: Boolean,
  },
  slots: ['default', 'start'],
}) as ElementComponent<
  Element,
  HaiiloButtonProps,
  {
    /** The text. */
    default?: ElementSlot
    /** An icon before the text. */
    start?: ElementSlot
  }
>
