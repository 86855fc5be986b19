/**
 * How Vue reads a property. A `Boolean` is true if a template only names it. A `Number` can be written as a text. An `Object` is passed to the
 * element without proxies.
 */
export type PropertyKind = StringConstructor | NumberConstructor | BooleanConstructor | ObjectConstructor

/** Describes an element for its wrapper. */
export interface ElementSpec {
  readonly properties: Readonly<Record<string, PropertyKind>>
  readonly events?: readonly string[]
  readonly slots?: readonly string[]
  /** What `v-model` binds: its name in Vue, the property, and the event that reports a change. */
  readonly model?: readonly [name: string, property: string, event: string]
}

/** Values by their names: the props of a component, or the properties of an element. */
export type Values = Record<string, unknown>
