import type { CSSResultGroup } from 'lit'

import { checkableStateStyles } from '../../field/checkable-states.styles.js'
import { HaiiloToggleField } from '../../field/haiilo-toggle-field.js'
import { define } from '../../lib/define.js'
import { checkboxStyles } from './haiilo-checkbox.styles.js'

/**
 * Something to agree to, or one of several things that may be true at once. Where it works at once, take a switch.
 *
 * @summary A box to tick.
 * @fires {Event} input - The person ticks it, or takes the tick away.
 * @fires {Event} change - The same, after `input`.
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
