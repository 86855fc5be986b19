// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import '../components/card/haiilo-card.js'
import type { HaiiloCard as Element } from '../components/card/haiilo-card.js'
import type { ElementComponent, ElementSlot, Numeric } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of {@link HaiiloCard}, in addition to the attributes of every element. */
export interface HaiiloCardProps {
  /** The heading. */
  readonly heading?: Element['heading'] | undefined
  /** The level of the heading in the outline of the page, 1 to 6. It does not change the appearance. */
  readonly level?: Numeric<Element['level']> | undefined
}

/**
 * A surface for content.
 *
 * A surface that groups related content. Empty slots take no space.
 *
 * `$el` of the instance is the element.
 */
export const HaiiloCard = /* @__PURE__ */ wrapElement('haiilo-card', {
  properties: { heading: String, level: Number },
  slots: ['default', 'header', 'footer'],
}) as ElementComponent<
  Element,
  HaiiloCardProps,
  {
    /** The content. */
    default?: ElementSlot
    /** Content next to the heading, such as a button. */
    header?: ElementSlot
    /** Content below, such as actions. */
    footer?: ElementSlot
  }
>
