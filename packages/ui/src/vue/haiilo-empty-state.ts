// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import '../components/empty-state/haiilo-empty-state.js'
import type { HaiiloEmptyState as Element } from '../components/empty-state/haiilo-empty-state.js'
import type { ElementComponent, ElementSlot, Numeric } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of {@link HaiiloEmptyState}, in addition to the attributes of every element. */
export interface HaiiloEmptyStateProps {
  /** What is missing, in a few words. */
  readonly heading?: Element['heading'] | undefined
  /** Where the heading stands in the outline of the page, 1 to 6. Its look is the same. */
  readonly level?: Numeric<Element['level']> | undefined
}

/**
 * Says why there is nothing here.
 *
 * What stands where there is nothing to show yet: why, and what the person can do.
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
    /** A picture above the heading. What only adorns should have `aria-hidden="true"`. */
    icon?: ElementSlot
    /** A button that brings the first content. */
    action?: ElementSlot
  }
>
