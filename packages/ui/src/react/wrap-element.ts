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

// React 18 logs an error for a layout effect on a server, where effects never run
const useLayoutEffectOnPage = typeof document === 'undefined' ? useEffect : useLayoutEffect

/**
 * Creates a React component for a custom element.
 *
 * @param events The events of the element, each with the name of its handler prop.
 * @param state The property that the element itself changes, and the prop of the handler that reports the change.
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
    const [, render] = useReducer((count: number) => count + 1, 0)
    const [{ update }] = useState(() => createElementLink(kind, render))
    const { properties, attributes } = split(props, type.prototype, handlers)
    useLayoutEffectOnPage(() => {
      if (element.current) update(element.current, props, properties)
    })
    // after the properties are set, so that the receiver of the ref gets a complete element
    useImperativeHandle(ref, () => element.current as Element, [])
    // an element that rendered before hydration has attributes that React does not know
    return createElement(tag, { suppressHydrationWarning: true, ...attributes, ref: element })
  }

  return Object.assign(forwardRef(Wrapper), { displayName: type.name }) as ElementComponent<Element, OwnProps>
}

/** Props whose name in React differs from the attribute. React 18 does not convert them for custom elements. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['className', 'class'],
  ['autoFocus', 'autofocus'],
])

/** Props that React handles, although the element has a property with the same name. */
const HANDLED_BY_REACT: ReadonlySet<string> = new Set(['children', 'style', 'innerHTML', 'outerHTML'])

/** Separates the properties that the wrapper sets from the attributes that React handles. */
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
    const target = name in prototype && !HANDLED_BY_REACT.has(name) ? properties : attributes
    target[name] = value
  }
  return { properties, attributes }
}
