// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloSkeleton as Element } from '../components/skeleton/haiilo-skeleton.js'
import type { ElementComponent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of `<HaiiloSkeleton>`, in addition to the props of every element. */
export interface HaiiloSkeletonProps {
  /** The number of lines of text, 1 to 50. The last of several lines is shorter. */
  readonly lines?: Element['lines'] | undefined
  /** What the skeleton represents. */
  readonly shape?: Element['shape'] | undefined
  /** The component shows no children. */
  readonly children?: undefined
}

/**
 * A placeholder for content that is still loading. Screen readers ignore it: announce the loading with a live region, or set `aria-busy`
 * on the element that receives the content.
 */
export const HaiiloSkeleton: ElementComponent<Element, HaiiloSkeletonProps> = wrapElement('haiilo-skeleton', Element)

/** The element, for a `ref`. A placeholder while content loads. */
export type HaiiloSkeleton = Element
