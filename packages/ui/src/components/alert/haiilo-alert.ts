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

/** What an alert is about. */
export type AlertTone = 'info' | 'success' | 'warning' | 'danger'

/** How screen readers hear of an alert: not by themselves, when there is a pause, or at once. */
export type AlertLive = 'off' | 'polite' | 'assertive'

const CIRCLE = 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z'

const ICONS: Readonly<Record<AlertTone, readonly [path: string, name: KitText]>> = {
  info: [`${CIRCLE}M12 11v5M12 8h.01`, texts.info],
  success: [`${CIRCLE}m-4-9 3 3 5-5.5`, texts.success],
  warning: ['M12 4 2.5 20h19ZM12 10v4.5M12 17.25h.01', texts.warning],
  danger: [`${CIRCLE}M12 8v5M12 16h.01`, texts.danger],
}

/**
 * A message that stands out. Screen readers hear of it by themselves only where `live` says so. What is to be heard politely should
 * have its alert on the page before it has its text; many screen readers pass over one that comes with it.
 *
 * @summary A message that stands out.
 * @slot - The message. Links without a class take the colour of the text.
 * @slot action - Buttons below the message.
 * @csspart alert - The block.
 * @csspart icon - The icon of the tone.
 * @csspart heading - The heading.
 * @cssproperty --haiilo-color-info - Mark and icon of the tone `info`, and a little of its ground; so for `success` and `warning`.
 * @cssproperty --haiilo-color-error - The same for the tone `danger`.
 */
export class HaiiloAlert extends HaiiloElement {
  static override styles: CSSResultGroup = [HaiiloElement.styles, trimStyles, alertStyles]
  static override properties: PropertyDeclarations = {
    tone: { reflect: true },
    heading: {},
    live: {},
  }

  /** What it is about; it has its own colour, icon and word for screen readers. */
  declare tone: AlertTone
  /** A few words above the message. */
  declare heading: string
  /** How screen readers hear of it when it comes or changes. */
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
