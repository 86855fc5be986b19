// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import '../components/tabs/haiilo-tab.js'
import type { HaiiloTab as Element } from '../components/tabs/haiilo-tab.js'
import type { ElementComponent, ElementSlot } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of {@link HaiiloTab}, in addition to the attributes of every element. */
export interface HaiiloTabProps {
  /** The name for `selected` of `<haiilo-tabs>`. Default: the label. */
  readonly name?: Element['name'] | undefined
  /** The text in the list of tabs. */
  readonly label?: Element['label'] | undefined
  /** Whether the tab is disabled: it cannot be selected. */
  readonly disabled?: Element['disabled'] | undefined
}

/**
 * A tab and its content.
 *
 * One tab of `<haiilo-tabs>`. Its label is shown in the list of tabs, and its content below while it is selected.
 *
 * `$el` of the instance is the element.
 */
export const HaiiloTab = /* @__PURE__ */ wrapElement('haiilo-tab', {
  properties: { name: String, label: String, disabled: Boolean },
  slots: ['default'],
}) as ElementComponent<
  Element,
  HaiiloTabProps,
  {
    /** The content. */
    default?: ElementSlot
  }
>
