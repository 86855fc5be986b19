// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloSpinner as Element } from '../components/spinner/haiilo-spinner.js'
import type { ElementComponent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of `<HaiiloSpinner>`, in addition to the props of every element. */
export interface HaiiloSpinnerProps {
  /** How large it is. */
  readonly size?: Element['size'] | undefined
  /**
   * What is under way, for screen readers. Left out, it is "Loading…" in the language of the page; empty, screen readers do not hear of
   * the spinner, since a text beside it says the same.
   */
  readonly label?: Element['label'] | undefined
  /** The component shows no children. */
  readonly children?: undefined
}

/**
 * Turns while something is under way and nobody knows for how long. It has the colour of the text around it. Where the shape of what
 * comes is known, a skeleton is calmer.
 */
export const HaiiloSpinner: ElementComponent<Element, HaiiloSpinnerProps> = wrapElement('haiilo-spinner', Element)

/** The element, for a `ref`. Something is under way. */
export type HaiiloSpinner = Element
