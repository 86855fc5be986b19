import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'

import { LanguageController } from '../../languages/language-controller.js'
import type { KitText } from '../../languages/languages.js'
import * as texts from '../../languages/texts.js'
import { define } from '../../lib/define.js'
import { HaiiloElement } from '../../lib/haiilo-element.js'
import { trimStyles } from '../../lib/trim.styles.js'
import { alertStyles } from './haiilo-alert.styles.js'
import { styleLinks } from './link-style.js'
import { text } from '../../lib/text.js'

/** The kind of an alert. */
export type AlertTone = 'info' | 'success' | 'warning' | 'danger'

/** How screen readers announce an alert: not automatically (`off`), at the next pause (`polite`), or immediately (`assertive`). */
export type AlertLive = 'off' | 'polite' | 'assertive'

const CIRCLE = 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z'

const ICONS: Readonly<Record<AlertTone, readonly [path: string, name: KitText]>> = {
  info: [`${CIRCLE}M12 11v5M12 8h.01`, texts.info],
  success: [`${CIRCLE}m-4-9 3 3 5-5.5`, texts.success],
  warning: ['M12 4 2.5 20h19ZM12 10v4.5M12 17.25h.01', texts.warning],
  danger: [`${CIRCLE}M12 8v5M12 16h.01`, texts.danger],
}

/**
 * A prominent message. Screen readers announce it automatically only if `live` is set. For `live="polite"`, add the alert to the page first
 * and its text later: many screen readers ignore an alert that is inserted together with its text.
 *
 * @summary A prominent message.
 * @slot - The message. Links without a class get the colour of the text.
 * @slot action - Buttons below the message.
 * @csspart alert - The container.
 * @csspart icon - The icon of the tone.
 * @csspart heading - The heading.
 * @cssproperty --haiilo-color-info - Colour of the border, the icon and the tinted background of the tone `info`. `success` and `warning` have the same property.
 * @cssproperty --haiilo-color-error - The same for the tone `danger`.
 */
export class HaiiloAlert extends HaiiloElement {
  static override styles: CSSResultGroup = [HaiiloElement.styles, trimStyles, alertStyles]
  static override properties: PropertyDeclarations = {
    tone: { reflect: true },
    heading: {},
    live: {},
  }

  /** The kind of message. Each tone has its own colour, icon and text for screen readers. */
  declare tone: AlertTone
  /** A short heading above the message. */
  declare heading: string
  /** How screen readers announce the alert when it appears or changes. */
  declare live: AlertLive

  readonly #language = new LanguageController(this)

  constructor() {
    super()
    this.tone = 'info'
    this.heading = ''
    this.live = 'off'
  }

  override connectedCallback(): void {
    super.connectedCallback()
    styleLinks(this)
  }

  protected override render(): TemplateResult {
    return html`<div class="alert" part="alert" role=${roleOf(this.live)}>
      ${this.#renderIcon()}
      <div class="content">
        ${this.heading ? html`<p class="heading" part="heading">${text(this.heading)}</p>` : nothing}
        <slot></slot><slot name="action"></slot>
      </div>
    </div>`
  }

  #renderIcon(): TemplateResult {
    const [path, name] = ICONS[Object.hasOwn(ICONS, this.tone) ? this.tone : 'info']
    return html`<svg part="icon" role="img" aria-label=${this.#language.say(name)} viewBox="0 0 24 24">
      <path d=${path}></path>
    </svg>`
  }
}

function roleOf(live: AlertLive): string | typeof nothing {
  if (live === 'assertive') return 'alert'
  return live === 'polite' ? 'status' : nothing
}

define('haiilo-alert', HaiiloAlert)

declare global {
  interface HTMLElementTagNameMap {
    'haiilo-alert': HaiiloAlert
  }
}
