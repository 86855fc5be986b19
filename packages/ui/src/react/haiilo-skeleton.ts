// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloSkeleton as Element } from '../components/skeleton/haiilo-skeleton.js'
import type { ElementComponent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of `<HaiiloSkeleton>`, in addition to the props of every element. */
export interface HaiiloSkeletonProps {
  /** How many lines of text it stands for, 1 to 50. The last of several is shorter. */
  readonly lines?: Element['lines'] | undefined
  /** What it stands for. */
  readonly shape?: Element['shape'] | undefined
  /** The component shows no children. */
  readonly children?: undefined
}

/**
 * Holds the place of what is still loading. Screen readers pass over it: what is loading should be said by a live region, or by
 * `aria-busy` of the place.
 */
export const HaiiloSkeleton: ElementComponent<Element, HaiiloSkeletonProps> = wrapElement('haiilo-skeleton', Element)

/** The element, for a `ref`. The shape of what is loading. */
export type HaiiloSkeleton = Element
