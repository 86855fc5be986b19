// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloTabs as Element } from '../components/tabs/haiilo-tabs.js'
import type { ElementComponent, ElementEvent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of `<HaiiloTabs>`, in addition to the props of every element. */
export interface HaiiloTabsProps {
  /** What the tabs are about, for screen readers. */
  readonly label?: Element['label'] | undefined
  /** The name of the selected tab. Where no tab has it, or that tab is disabled, the tab that was shown stays, or else the first is shown. */
  readonly selected?: Element['selected'] | undefined
  /** The person selects another tab. Fields in the tabs fire `change` too: ask `event.target` who it is. */
  readonly onChange?: ((event: ElementEvent<Element>) => void) | undefined
}

/**
 * Several contents in one place, one shown at a time. Its `<haiilo-tab>` children may come, go and change. The tabs wrap where they do
 * not fit into one line.
 *
 * - children: The `<haiilo-tab>` elements.
 */
export const HaiiloTabs: ElementComponent<Element, HaiiloTabsProps> = wrapElement(
  'haiilo-tabs',
  Element,
  { change: 'onChange' },
  ['selected', 'onChange'],
)

/** The element, for a `ref`. Several contents in one place. */
export type HaiiloTabs = Element
