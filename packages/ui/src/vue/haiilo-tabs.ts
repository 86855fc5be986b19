// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import '../components/tabs/haiilo-tabs.js'
import type { HaiiloTabs as Element } from '../components/tabs/haiilo-tabs.js'
import type { ElementComponent, ElementEvent, ElementSlot } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of {@link HaiiloTabs}, in addition to the attributes of every element. */
export interface HaiiloTabsProps {
  /** What the tabs are about, for screen readers. */
  readonly label?: Element['label'] | undefined
  /** The name of the selected tab. Where no tab has it, or that tab is disabled, the tab that was shown stays, or else the first is shown. */
  readonly selected?: Element['selected'] | undefined
  /** The listener of `v-model`. */
  readonly 'onUpdate:selected'?: ((value: Element['selected']) => unknown) | undefined
  /** The person selects another tab. Fields in the tabs fire `change` too: ask `event.target` who it is. */
  readonly onChange?: ((event: ElementEvent<Element>) => unknown) | undefined
}

/**
 * Several contents in one place.
 *
 * Several contents in one place, one shown at a time. Its `<haiilo-tab>` children may come, go and change. The tabs wrap where they do
 * not fit into one line.
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
