// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloTabs as Element } from '../components/tabs/haiilo-tabs.js'
import type { ElementComponent, ElementEvent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of `<HaiiloTabs>`, in addition to the props of every element. */
export interface HaiiloTabsProps {
  /** The accessible name of the tab list. */
  readonly label?: Element['label'] | undefined
  /** The name of the selected tab. If no enabled tab has this name, the current tab stays selected. At first, that is the first enabled tab. */
  readonly selected?: Element['selected'] | undefined
  /** The person selects another tab. Fields in the tabs fire `change` too: check `event.target`. */
  readonly onChange?: ((event: ElementEvent<Element>) => void) | undefined
}

/**
 * Several panels, one shown at a time. Its `<haiilo-tab>` children can be added, removed and changed at any time. Tabs that do not fit into
 * one line wrap.
 *
 * - children: The `<haiilo-tab>` elements.
 */
export const HaiiloTabs: ElementComponent<Element, HaiiloTabsProps> = wrapElement(
  'haiilo-tabs',
  Element,
  { change: 'onChange' },
  ['selected', 'onChange'],
)

/** The element, for a `ref`. Several panels, one shown at a time. */
export type HaiiloTabs = Element
