// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloCard as Element } from '../components/card/haiilo-card.js'
import type { ElementComponent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of `<HaiiloCard>`, in addition to the props of every element. */
export interface HaiiloCardProps {
  /** The heading. */
  readonly heading?: Element['heading'] | undefined
  /** The level of the heading in the outline of the page, 1 to 6. It does not change the appearance. */
  readonly level?: Element['level'] | undefined
}

/**
 * A surface that groups related content. Empty slots take no space.
 *
 * - children: The content.
 * - children with `slot="header"`: Content next to the heading, such as a button.
 * - children with `slot="footer"`: Content below, such as actions.
 */
export const HaiiloCard: ElementComponent<Element, HaiiloCardProps> = wrapElement('haiilo-card', Element)

/** The element, for a `ref`. A surface for content. */
export type HaiiloCard = Element
