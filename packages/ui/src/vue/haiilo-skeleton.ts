// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import '../components/skeleton/haiilo-skeleton.js'
import type { HaiiloSkeleton as Element } from '../components/skeleton/haiilo-skeleton.js'
import type { ElementComponent, Numeric } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of {@link HaiiloSkeleton}, in addition to the attributes of every element. */
export interface HaiiloSkeletonProps {
  /** How many lines of text it stands for, 1 to 50. The last of several is shorter. */
  readonly lines?: Numeric<Element['lines']> | undefined
  /** What it stands for. */
  readonly shape?: Element['shape'] | undefined
}

/**
 * The shape of what is loading.
 *
 * Holds the place of what is still loading. Screen readers pass over it: what is loading should be said by a live region, or by
 * `aria-busy` of the place.
 *
 * `$el` of the instance is the element.
 */
export const HaiiloSkeleton = /* @__PURE__ */ wrapElement('haiilo-skeleton', {
  properties: { lines: Number, shape: String },
}) as ElementComponent<Element, HaiiloSkeletonProps>
