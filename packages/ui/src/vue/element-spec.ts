/**
 * How Vue reads a property. A `Boolean` is on where it is only named, a `Number` may be written as a text, and what an `Object` holds is
 * handed over without proxies.
 */
export type PropertyKind = StringConstructor | NumberConstructor | BooleanConstructor | ObjectConstructor

/** What has to be known of an element to wrap it. */
export interface ElementSpec {
  readonly properties: Readonly<Record<string, PropertyKind>>
  readonly events?: readonly string[]
  readonly slots?: readonly string[]
  /** What `v-model` binds: the name that it has in Vue, the property, and the event that tells of a change. */
  readonly model?: readonly [name: string, property: string, event: string]
}

/** Values by their names: the props of a component, or the properties of an element. */
export type Values = Record<string, unknown>
