// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import '../components/user/haiilo-user.js'
import type { HaiiloUser as Element } from '../components/user/haiilo-user.js'
import type { ElementComponent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of {@link HaiiloUser}, in addition to the attributes of every element. */
export interface HaiiloUserProps {
  /** The full name. */
  readonly name?: Element['name'] | undefined
  /** The second line, such as the job title or the department. */
  readonly detail?: Element['detail'] | undefined
  /** The size of the circle. */
  readonly size?: Element['size'] | undefined
  /** Shows only the circle. Screen readers read the name, and a tooltip shows it. */
  readonly initialsOnly?: Element['initialsOnly'] | undefined
}

/**
 * The initials and the name of a person.
 *
 * A person: a circle with the initials, the name, and a second line. Long names wrap.
 *
 * `$el` of the instance is the element.
 */
export const HaiiloUser = /* @__PURE__ */ wrapElement('haiilo-user', {
  properties: { name: String, detail: String, size: String, initialsOnly: Boolean },
}) as ElementComponent<Element, HaiiloUserProps>
