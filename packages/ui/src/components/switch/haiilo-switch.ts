import type { CSSResultGroup } from 'lit'

import { HaiiloToggleField } from '../../field/haiilo-toggle-field.js'
import { define } from '../../lib/define.js'
import { switchStyles } from './haiilo-switch.styles.js'

/**
 * A setting that is on or off, and counts as soon as it is switched. What is only sent with a form is better a checkbox.
 *
 * @summary Something to switch on and off.
 * @fires {Event} input - The person switches it.
 * @fires {Event} change - The same, after `input`.
 * @csspart label - The switch with its label.
 * @csspart control - The native checkbox, which has the role of a switch.
 * @csspart hint - The hint.
 * @csspart error - The error.
 */
export class HaiiloSwitch extends HaiiloToggleField {
  static override styles: CSSResultGroup = [HaiiloToggleField.styles, switchStyles]
  protected override readonly kind = 'switch'
}

define('haiilo-switch', HaiiloSwitch)

declare global {
  interface HTMLElementTagNameMap {
    'haiilo-switch': HaiiloSwitch
  }
}
