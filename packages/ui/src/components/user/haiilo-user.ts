import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'

import { define } from '../../lib/define.js'
import { HaiiloElement } from '../../lib/haiilo-element.js'
import { userStyles } from './haiilo-user.styles.js'
import { initialsOf } from './initials.js'
import { text } from '../../lib/text.js'

/** The size of the circle: 32, 40 or 48 pixels. */
export type UserSize = 's' | 'm' | 'l'

/**
 * A person: a circle with the initials, the name, and a second line. Long names wrap.
 *
 * @summary The initials and the name of a person.
 * @csspart avatar - The circle.
 * @csspart name - The name.
 * @csspart detail - The second line.
 */
export class HaiiloUser extends HaiiloElement {
  static override styles: CSSResultGroup = [HaiiloElement.styles, userStyles]
  static override properties: PropertyDeclarations = {
    name: {},
    detail: {},
    size: { reflect: true },
    initialsOnly: { type: Boolean, attribute: 'initials-only', reflect: true },
  }

  /** The full name. */
  declare name: string
  /** The second line, such as the job title or the department. */
  declare detail: string
  /** The size of the circle. */
  declare size: UserSize
  /** Shows only the circle. Screen readers read the name, and a tooltip shows it. */
  declare initialsOnly: boolean

  constructor() {
    super()
    this.name = ''
    this.detail = ''
    this.size = 'm'
    this.initialsOnly = false
  }

  protected override render(): TemplateResult {
    const name = textOf(this.name)
    return this.initialsOnly ? this.#renderAvatar(name, name) : this.#renderWhole(name)
  }

  #renderWhole(name: string): TemplateResult {
    // a name keeps its own text direction, but is aligned with the direction of the page
    return html`<div class="user">
      ${this.#renderAvatar(name, '')}
      <div class="text">
        ${name ? html`<div class="name" part="name"><bdi>${text(name)}</bdi></div>` : nothing}
        ${this.detail ? html`<div class="detail" part="detail"><bdi>${text(this.detail)}</bdi></div>` : nothing}
      </div>
    </div>`
  }

  #renderAvatar(name: string, label: string): TemplateResult {
    const initials = initialsOf(name)
    return html`<div
      class="avatar"
      part="avatar"
      role=${label ? 'img' : nothing}
      aria-label=${label || nothing}
      aria-hidden=${label ? nothing : 'true'}
      title=${label || nothing}
    >
      ${initials ? html`<span translate="no">${text(initials)}</span>` : PERSON_ICON}
    </div>`
  }
}

/** Converts the name to a text. A page without types may set any value. */
function textOf(value: string | number | null | undefined): string {
  return String(value ?? '').trim()
}

/** Shown if a name has no letter. */
const PERSON_ICON: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="7" r="4.5"></circle>
  <path d="M3 22a9 9 0 0 1 18 0Z"></path>
</svg>`

define('haiilo-user', HaiiloUser)

declare global {
  interface HTMLElementTagNameMap {
    'haiilo-user': HaiiloUser
  }
}
