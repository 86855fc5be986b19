import {
  createElement,
  forwardRef,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useReducer,
  useRef,
  useState,
  type ForwardedRef,
  type ReactElement,
} from 'react'

import type { ElementComponent } from './element-component.js'
import { createElementLink, type ElementKind, type Props } from './element-link.js'

// React 18 complains of a layout effect on a server, where none ever runs
const useLayoutEffectOnPage = typeof document === 'undefined' ? useEffect : useLayoutEffect

/**
 * Makes a React component of an element.
 *
 * @param events The events of the element, each with the prop that hears of it.
 * @param state The property that the element changes by itself, and the prop that hears of it.
 */
export function wrapElement<Element extends HTMLElement, OwnProps extends object>(
  tag: string,
  type: { new (): Element; readonly prototype: Element },
  events: ElementKind['events'] = {},
  state?: ElementKind['state'],
): ElementComponent<Element, OwnProps> {
  const handlers = new Set(Object.values(events))
  const kind = { events, state }

  function Wrapper(props: Props, ref: ForwardedRef<Element>): ReactElement {
    const element = useRef<Element>(null)
    const [, draw] = useReducer((count: number) => count + 1, 0)
    const [{ update }] = useState(() => createElementLink(kind, draw))
    const { properties, attributes } = split(props, type.prototype, handlers)
    useLayoutEffectOnPage(() => {
      if (element.current) update(element.current, props, properties)
    })
    // after the properties are set: who gets the element, gets it as the props say
    useImperativeHandle(ref, () => element.current as Element, [])
    // an element that was drawn before React came has attributes of its own
    return createElement(tag, { suppressHydrationWarning: true, ...attributes, ref: element })
  }

  return Object.assign(forwardRef(Wrapper), { displayName: type.name }) as ElementComponent<Element, OwnProps>
}

/** What is called otherwise in React; to an element, React 18 tells neither. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['className', 'class'],
  ['autoFocus', 'autofocus'],
])

/** What is React's to do, although the element has a property of that name. */
const OF_REACT: ReadonlySet<string> = new Set(['children', 'style', 'innerHTML', 'outerHTML'])

/** Tells properties of the element from what React is to do. */
function split(
  props: Props,
  prototype: object,
  handlers: ReadonlySet<string>,
): { properties: Props; attributes: Props } {
  const properties: Record<string, unknown> = {}
  const attributes: Record<string, unknown> = {}
  for (const [prop, value] of Object.entries(props)) {
    if (handlers.has(prop)) continue
    const name = NAMES.get(prop) ?? prop
    const target = name in prototype && !OF_REACT.has(name) ? properties : attributes
    target[name] = value
  }
  return { properties, attributes }
}
