import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from 'react'

/** An event of a component. Its `currentTarget` is the element. */
export type ElementEvent<Element extends HTMLElement, Type extends Event = Event> = Type & {
  readonly currentTarget: Element
}

// React has these props for its own fields. Here, `value` or `checked` without a handler is the initial value
type Excluded = 'defaultValue' | 'defaultChecked'

/** A wrapper with its own props, the props of every HTML element, and a `ref` to the element. */
export type ElementComponent<Element extends HTMLElement, Props extends object> = ForwardRefExoticComponent<
  Props & Omit<HTMLAttributes<Element>, keyof Props | Excluded> & RefAttributes<Element>
>
