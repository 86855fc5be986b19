// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloEmptyState as Element } from '../components/empty-state/haiilo-empty-state.js'
import type { ElementComponent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of `<HaiiloEmptyState>`, in addition to the props of every element. */
export interface HaiiloEmptyStateProps {
  /** What is missing, in a few words. */
  readonly heading?: Element['heading'] | undefined
  /** Where the heading stands in the outline of the page, 1 to 6. Its look is the same. */
  readonly level?: Element['level'] | undefined
}

/**
 * What stands where there is nothing to show yet: why, and what the person can do.
 *
 * - children: The explanation.
 * - children with `slot="icon"`: A picture above the heading. What only adorns should have `aria-hidden="true"`.
 * - children with `slot="action"`: A button that brings the first content.
 */
export const HaiiloEmptyState: ElementComponent<Element, HaiiloEmptyStateProps> = wrapElement(
  'haiilo-empty-state',
  Element,
)

/** The element, for a `ref`. Says why there is nothing here. */
export type HaiiloEmptyState = Element
