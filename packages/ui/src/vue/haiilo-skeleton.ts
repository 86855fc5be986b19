// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import '../components/skeleton/haiilo-skeleton.js'
import type { HaiiloSkeleton as Element } from '../components/skeleton/haiilo-skeleton.js'
import type { ElementComponent, Numeric } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of {@link HaiiloSkeleton}, in addition to the attributes of every element. */
export interface HaiiloSkeletonProps {
  /** The number of lines of text, 1 to 50. The last of several lines is shorter. */
  readonly lines?: Numeric<Element['lines']> | undefined
  /** What the skeleton represents. */
  readonly shape?: Element['shape'] | undefined
}

/**
 * A placeholder while content loads.
 *
 * A placeholder for content that is still loading. Screen readers ignore it: announce the loading with a live region, or set `aria-busy`
 * on the element that receives the content.
 *
 * `$el` of the instance is the element.
 */
export const HaiiloSkeleton = /* @__PURE__ */ wrapElement('haiilo-skeleton', {
  properties: { lines: Number, shape: String },
}) as ElementComponent<Element, HaiiloSkeletonProps>
