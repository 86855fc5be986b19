import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from 'react'

/** An event of a component itself: its `currentTarget` is the element. */
export type ElementEvent<Element extends HTMLElement, Type extends Event = Event> = Type & {
  readonly currentTarget: Element
}

// of fields that are React's own; here the property alone is where a field begins
type Refused = 'defaultValue' | 'defaultChecked'

/** A wrapper: its own props, those of every element, and a `ref` to the element itself. */
export type ElementComponent<Element extends HTMLElement, Props extends object> = ForwardRefExoticComponent<
  Props & Omit<HTMLAttributes<Element>, keyof Props | Refused> & RefAttributes<Element>
>
