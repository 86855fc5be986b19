// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import '../components/button/haiilo-button.js'
import type { HaiiloButton as Element } from '../components/button/haiilo-button.js'
import type { ElementComponent, ElementSlot } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of {@link HaiiloButton}, in addition to the attributes of every element. */
export interface HaiiloButtonProps {
  /** How much weight it has. */
  readonly variant?: Element['variant'] | undefined
  /** What it does to its form. */
  readonly type?: Element['type'] | undefined
  /** Its accessible name, where the slot holds nothing but an icon. */
  readonly label?: Element['label'] | undefined
  /** The name under which its value is submitted if it submits the form. */
  readonly name?: Element['name'] | undefined
  /** The submitted value, and the return value of a dialog that it closes. */
  readonly value?: Element['value'] | undefined
  /** Where it leads: it is a link then, and no part of a form. Only http, https, mailto, tel and relative addresses are rendered. */
  readonly href?: Element['href'] | undefined
  /** Where the link opens, as for `<a>`: `_blank`, for instance. */
  readonly target?: Element['target'] | undefined
  /** It cannot be used. */
  readonly disabled?: Element['disabled'] | undefined
  /** Its action is under way: it keeps the focus, shows a spinner and takes no second click. */
  readonly busy?: Element['busy'] | undefined
}

/**
 * Starts an action.
 *
 * A button. In a form it submits or resets, as its `type` says; with an `href` it is a link that looks like a button.
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
