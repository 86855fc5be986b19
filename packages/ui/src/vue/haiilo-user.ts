// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import '../components/user/haiilo-user.js'
import type { HaiiloUser as Element } from '../components/user/haiilo-user.js'
import type { ElementComponent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of {@link HaiiloUser}, in addition to the attributes of every element. */
export interface HaiiloUserProps {
  /** The whole name. */
  readonly name?: Element['name'] | undefined
  /** A second line: what the person does, or where. */
  readonly detail?: Element['detail'] | undefined
  /** How large the circle is. */
  readonly size?: Element['size'] | undefined
  /** Shows the circle alone; the name is what screen readers say and what the mouse shows. */
  readonly initialsOnly?: Element['initialsOnly'] | undefined
}

/**
 * A person, by initials and name.
 *
 * A person: a circle with the initials, the name, and a line about them. Long names wrap.
 *
 * `$el` of the instance is the element.
 */
export const HaiiloUser = /* @__PURE__ */ wrapElement('haiilo-user', {
  properties: { name: String, detail: String, size: String, initialsOnly: Boolean },
}) as ElementComponent<Element, HaiiloUserProps>
