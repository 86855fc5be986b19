// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloTab as Element } from '../components/tabs/haiilo-tab.js'
import type { ElementComponent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of `<HaiiloTab>`, in addition to the props of every element. */
export interface HaiiloTabProps {
  /** The name for `selected` of `<haiilo-tabs>`. Default: the label. */
  readonly name?: Element['name'] | undefined
  /** The text in the list of tabs. */
  readonly label?: Element['label'] | undefined
  /** Whether the tab is disabled: it cannot be selected. */
  readonly disabled?: Element['disabled'] | undefined
}

/**
 * One tab of `<haiilo-tabs>`. Its label is shown in the list of tabs, and its content below while it is selected.
 *
 * - children: The content.
 */
export const HaiiloTab: ElementComponent<Element, HaiiloTabProps> = wrapElement('haiilo-tab', Element)

/** The element, for a `ref`. A tab and its content. */
export type HaiiloTab = Element
