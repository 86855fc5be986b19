import type { CSSResultGroup } from 'lit'

import { HaiiloToggleField } from '../../field/haiilo-toggle-field.js'
import { define } from '../../lib/define.js'
import { switchStyles } from './haiilo-switch.styles.js'

/**
 * A setting that is on or off and takes effect immediately. For a value that is sent with a form, use a checkbox.
 *
 * @summary A setting to switch on and off.
 * @fires {Event} input - The person switches it on or off.
 * @fires {Event} change - Fires after each `input`.
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
