// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import '../components/spinner/haiilo-spinner.js'
import type { HaiiloSpinner as Element } from '../components/spinner/haiilo-spinner.js'
import type { ElementComponent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of {@link HaiiloSpinner}, in addition to the attributes of every element. */
export interface HaiiloSpinnerProps {
  /** The size. */
  readonly size?: Element['size'] | undefined
  /**
   * What is in progress, for screen readers. Default: "Loading…" in the language of the page. Set it to an empty string to hide the spinner
   * from screen readers, for instance if a text next to it says the same.
   */
  readonly label?: Element['label'] | undefined
}

/**
 * An action is in progress.
 *
 * Shows that an action of unknown duration is in progress. Has the colour of the surrounding text. If the shape of the content is known, use
 * a skeleton instead.
 *
 * `$el` of the instance is the element.
 */
export const HaiiloSpinner = /* @__PURE__ */ wrapElement('haiilo-spinner', {
  properties: { size: String, label: String },
}) as ElementComponent<Element, HaiiloSpinnerProps>
