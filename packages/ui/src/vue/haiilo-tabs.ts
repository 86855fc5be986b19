// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import '../components/tabs/haiilo-tabs.js'
import type { HaiiloTabs as Element } from '../components/tabs/haiilo-tabs.js'
import type { ElementComponent, ElementEvent, ElementSlot } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of {@link HaiiloTabs}, in addition to the attributes of every element. */
export interface HaiiloTabsProps {
  /** The accessible name of the tab list. */
  readonly label?: Element['label'] | undefined
  /** The name of the selected tab. If no enabled tab has this name, the current tab stays selected. At first, that is the first enabled tab. */
  readonly selected?: Element['selected'] | undefined
  /** The listener of `v-model`. */
  readonly 'onUpdate:selected'?: ((value: Element['selected']) => unknown) | undefined
  /** The person selects another tab. Fields in the tabs fire `change` too: check `event.target`. */
  readonly onChange?: ((event: ElementEvent<Element>) => unknown) | undefined
}

/**
 * Several panels, one shown at a time.
 *
 * Several panels, one shown at a time. Its `<haiilo-tab>` children can be added, removed and changed at any time. Tabs that do not fit into
 * one line wrap.
 *
 * `$el` of the instance is the element.
 */
export const HaiiloTabs = /* @__PURE__ */ wrapElement('haiilo-tabs', {
  properties: { label: String, selected: String },
  events: ['change'],
  slots: ['default'],
  model: ['selected', 'selected', 'change'],
}) as ElementComponent<
  Element,
  HaiiloTabsProps,
  {
    /** The `<haiilo-tab>` elements. */
    default?: ElementSlot
  }
>
