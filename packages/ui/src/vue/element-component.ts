import type { ComponentPublicInstance, HTMLAttributes, PublicProps, VNode } from 'vue'

/** What any element takes, beyond properties of its own. */
export interface ElementAttributes extends Omit<HTMLAttributes, 'innerHTML'> {
  readonly autofocus?: boolean | undefined
  /** The id of the form that a field belongs to, where that is not around it. */
  readonly form?: string | undefined
  /** The slot of the element around it. */
  readonly slot?: string | undefined
}

/** An event of an element, and not of what stands in it. */
export type ElementEvent<Of, Kind = Event> = Kind & { readonly target: Of; readonly currentTarget: Of }

/** A number, also as it is written in a template without a colon. */
export type Numeric<Value> = Value | (Value extends number ? `${Value}` : never)

/** The modifiers of `v-model` that a field knows. */
export type ModelModifiers = Readonly<Partial<Record<'lazy' | 'number' | 'trim', true>>>

/** What stands in an element, or in a named place of it. */
export type ElementSlot = () => VNode[]

/** A component that is an element: `$el` of its instance is that element, with its methods. */
export type ElementComponent<Of, Props, Slots = object> = new (
  props: ElementProps<Props>,
) => ElementInstance<Of, ElementProps<Props>, Slots>

type ElementProps<Props> = PublicProps & Props & Omit<ElementAttributes, keyof Props>

type ElementInstance<Of, Props, Slots> = Omit<ComponentPublicInstance<Props>, '$el' | '$slots'> & {
  readonly $el: Of
  readonly $slots: Readonly<Slots>
}
