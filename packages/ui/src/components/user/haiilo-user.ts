import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'

import { define } from '../../lib/define.js'
import { HaiiloElement } from '../../lib/haiilo-element.js'
import { userStyles } from './haiilo-user.styles.js'
import { initialsOf } from './initials.js'
import { text } from '../../lib/text.js'

/** How large the circle is: 32, 40 or 48 pixels. */
export type UserSize = 's' | 'm' | 'l'

/**
 * A person: a circle with the initials, the name, and a line about them. Long names wrap.
 *
 * @summary A person, by initials and name.
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

  /** The whole name. */
  declare name: string
  /** A second line: what the person does, or where. */
  declare detail: string
  /** How large the circle is. */
  declare size: UserSize
  /** Shows the circle alone; the name is what screen readers say and what the mouse shows. */
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
    // a name keeps its own direction, and stands on the side where the page begins
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
      ${initials ? html`<span translate="no">${text(initials)}</span>` : PERSON}
    </div>`
  }
}

/** What comes from outside may be anything. */
function textOf(value: string | number | null | undefined): string {
  return String(value ?? '').trim()
}

/** Stands where a name has no letter. */
const PERSON: TemplateResult = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="7" r="4.5"></circle>
  <path d="M3 22a9 9 0 0 1 18 0Z"></path>
</svg>`

define('haiilo-user', HaiiloUser)

declare global {
  interface HTMLElementTagNameMap {
    'haiilo-user': HaiiloUser
  }
}
