import type { ComponentPublicInstance, HTMLAttributes, PublicProps, VNode } from 'vue'

/** The attributes that every element has. */
export interface ElementAttributes extends Omit<HTMLAttributes, 'innerHTML'> {
  readonly autofocus?: boolean | undefined
  /** The id of the form that a field belongs to, if the field is outside of the form. */
  readonly form?: string | undefined
  /** The slot of the parent element. */
  readonly slot?: string | undefined
}

/** An event of the element itself, not of its content. */
export type ElementEvent<Of, Kind = Event> = Kind & { readonly target: Of; readonly currentTarget: Of }

/** A number, or the text of a number, as in a template without a colon. */
export type Numeric<Value> = Value | (Value extends number ? `${Value}` : never)

/** The modifiers of `v-model` that a field supports. */
export type ModelModifiers = Readonly<Partial<Record<'lazy' | 'number' | 'trim', true>>>

/** The content of an element, or of a named slot. */
export type ElementSlot = () => VNode[]

/** A component for an element. `$el` of its instance is the element, with its methods. */
export type ElementComponent<Of, Props, Slots = object> = new (
  props: ElementProps<Props>,
) => ElementInstance<Of, ElementProps<Props>, Slots>

type ElementProps<Props> = PublicProps & Props & Omit<ElementAttributes, keyof Props>

type ElementInstance<Of, Props, Slots> = Omit<ComponentPublicInstance<Props>, '$el' | '$slots'> & {
  readonly $el: Of
  readonly $slots: Readonly<Slots>
}
