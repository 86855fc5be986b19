// Generated from custom-elements.json by scripts/generate/ui.mjs. Do not edit.
import { HaiiloUser as Element } from '../components/user/haiilo-user.js'
import type { ElementComponent } from './element-component.js'
import { wrapElement } from './wrap-element.js'

/** The props of `<HaiiloUser>`, in addition to the props of every element. */
export interface HaiiloUserProps {
  /** The whole name. */
  readonly name?: Element['name'] | undefined
  /** A second line: what the person does, or where. */
  readonly detail?: Element['detail'] | undefined
  /** How large the circle is. */
  readonly size?: Element['size'] | undefined
  /** Shows the circle alone; the name is what screen readers say and what the mouse shows. */
  readonly initialsOnly?: Element['initialsOnly'] | undefined
  /** The component shows no children. */
  readonly children?: undefined
}

/** A person: a circle with the initials, the name, and a line about them. Long names wrap. */
export const HaiiloUser: ElementComponent<Element, HaiiloUserProps> = wrapElement('haiilo-user', Element)

/** The element, for a `ref`. A person, by initials and name. */
export type HaiiloUser = Element
