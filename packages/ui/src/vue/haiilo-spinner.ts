// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import '../components/spinner/haiilo-spinner.js'
import type { HaiiloSpinner as Element } from '../components/spinner/haiilo-spinner.js'
import type { ElementComponent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of {@link HaiiloSpinner}, in addition to the attributes of every element. */
export interface HaiiloSpinnerProps {
  /** How large it is. */
  readonly size?: Element['size'] | undefined
  /**
   * What is under way, for screen readers. Left out, it is "Loading…" in the language of the page; empty, screen readers do not hear of
   * the spinner, since a text beside it says the same.
   */
  readonly label?: Element['label'] | undefined
}

/**
 * Something is under way.
 *
 * Turns while something is under way and nobody knows for how long. It has the colour of the text around it. Where the shape of what
 * comes is known, a skeleton is calmer.
 *
 * `$el` of the instance is the element.
 */
export const HaiiloSpinner = /* @__PURE__ */ wrapElement('haiilo-spinner', {
  properties: { size: String, label: String },
}) as ElementComponent<Element, HaiiloSpinnerProps>
