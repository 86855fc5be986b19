import type { CSSResultGroup } from 'lit'

import { checkableStateStyles } from '../../field/checkable-states.styles.js'
import { HaiiloToggleField } from '../../field/haiilo-toggle-field.js'
import { define } from '../../lib/define.js'
import { checkboxStyles } from './haiilo-checkbox.styles.js'

/**
 * A checkbox for agreeing to something, or for one of several independent choices. If the change takes effect immediately, use a switch.
 *
 * @summary A box to tick.
 * @fires {Event} input - The person ticks or clears the box.
 * @fires {Event} change - Fires after each `input`.
 * @csspart label - The box with its label.
 * @csspart control - The native checkbox.
 * @csspart hint - The hint.
 * @csspart error - The error.
 */
export class HaiiloCheckbox extends HaiiloToggleField {
  static override styles: CSSResultGroup = [HaiiloToggleField.styles, checkboxStyles, checkableStateStyles]
  protected override readonly kind = 'checkbox'
}

define('haiilo-checkbox', HaiiloCheckbox)

declare global {
  interface HTMLElementTagNameMap {
    'haiilo-checkbox': HaiiloCheckbox
  }
}
