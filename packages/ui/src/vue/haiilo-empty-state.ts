// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import '../components/empty-state/haiilo-empty-state.js'
import type { HaiiloEmptyState as Element } from '../components/empty-state/haiilo-empty-state.js'
import type { ElementComponent, ElementSlot, Numeric } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of {@link HaiiloEmptyState}, in addition to the attributes of every element. */
export interface HaiiloEmptyStateProps {
  /** What is missing, in a few words. */
  readonly heading?: Element['heading'] | undefined
  /** The level of the heading in the outline of the page, 1 to 6. It does not change the appearance. */
  readonly level?: Numeric<Element['level']> | undefined
}

/**
 * Explains why there is no content.
 *
 * A placeholder for missing content. It explains why there is nothing to show, and what the person can do.
 *
 * `$el` of the instance is the element.
 */
export const HaiiloEmptyState = /* @__PURE__ */ wrapElement('haiilo-empty-state', {
  properties: { heading: String, level: Number },
  slots: ['default', 'icon', 'action'],
}) as ElementComponent<
  Element,
  HaiiloEmptyStateProps,
  {
    /** The explanation. */
    default?: ElementSlot
    /** A picture above the heading. Set `aria-hidden="true"` on a decorative picture. */
    icon?: ElementSlot
    /** A button that adds the first content. */
    action?: ElementSlot
  }
>
