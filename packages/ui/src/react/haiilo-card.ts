// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloCard as Element } from '../components/card/haiilo-card.js'
import type { ElementComponent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of `<HaiiloCard>`, in addition to the props of every element. */
export interface HaiiloCardProps {
  /** The heading. */
  readonly heading?: Element['heading'] | undefined
  /** Where the heading stands in the outline of the page, 1 to 6. Its look is the same. */
  readonly level?: Element['level'] | undefined
}

/**
 * A surface that keeps together what belongs together. A slot that is empty takes no room.
 *
 * - children: The content.
 * - children with `slot="header"`: Beside the heading: a button, for instance.
 * - children with `slot="footer"`: Below the content: what can be done with it.
 */
export const HaiiloCard: ElementComponent<Element, HaiiloCardProps> = wrapElement('haiilo-card', Element)

/** The element, for a `ref`. A surface for content. */
export type HaiiloCard = Element
