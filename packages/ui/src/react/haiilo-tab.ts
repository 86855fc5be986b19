// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloTab as Element } from '../components/tabs/haiilo-tab.js'
import type { ElementComponent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of `<HaiiloTab>`, in addition to the props of every element. */
export interface HaiiloTabProps {
  /** Under this name it is selected; left out, under its label. */
  readonly name?: Element['name'] | undefined
  /** What stands in the list. */
  readonly label?: Element['label'] | undefined
  /** It cannot be selected. */
  readonly disabled?: Element['disabled'] | undefined
}

/**
 * One tab of `<haiilo-tabs>`: its words stand in the list, its content below, while it is selected.
 *
 * - children: The content.
 */
export const HaiiloTab: ElementComponent<Element, HaiiloTabProps> = wrapElement('haiilo-tab', Element)

/** The element, for a `ref`. A tab and its content. */
export type HaiiloTab = Element
