// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloEmptyState as Element } from '../components/empty-state/haiilo-empty-state.js'
import type { ElementComponent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of `<HaiiloEmptyState>`, in addition to the props of every element. */
export interface HaiiloEmptyStateProps {
  /** What is missing, in a few words. */
  readonly heading?: Element['heading'] | undefined
  /** The level of the heading in the outline of the page, 1 to 6. It does not change the appearance. */
  readonly level?: Element['level'] | undefined
}

/**
 * A placeholder for missing content. It explains why there is nothing to show, and what the person can do.
 *
 * - children: The explanation.
 * - children with `slot="icon"`: A picture above the heading. Set `aria-hidden="true"` on a decorative picture.
 * - children with `slot="action"`: A button that adds the first content.
 */
export const HaiiloEmptyState: ElementComponent<Element, HaiiloEmptyStateProps> = wrapElement(
  'haiilo-empty-state',
  Element,
)

/** The element, for a `ref`. Explains why there is no content. */
export type HaiiloEmptyState = Element
