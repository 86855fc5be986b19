import type { ElementEvent } from './element-component.js'

/** Props by their names. */
export type Props = Readonly<Record<string, unknown>>

/** Describes an element for its wrapper. */
export interface ElementKind {
  /** The events of the element, each with the name of its handler prop. */
  readonly events: Readonly<Record<string, string>>
  /** The property that the element itself changes, and the prop of the handler that reports the change. */
  readonly state: readonly [property: string, handler: string] | undefined
}

/** Keeps one element in sync with the props of its wrapper. */
export interface ElementLink {
  /**
   * Sets the properties and listens to the events.
   *
   * @param properties The props that are properties of the element.
   */
  readonly update: (element: HTMLElement, props: Props, properties: Props) => void
}

/**
 * Links an element to the props of its wrapper.
 *
 * The property that the element itself changes is controlled if it has a handler: each render sets it, as in a controlled field of React.
 * Without a handler, it is set only when the prop changes, so the prop can be an initial value.
 *
 * @param render Renders the wrapper again. Called after a handler that did not take over the changed value.
 */
export function createElementLink(
  { events, state: [stateProperty, handler] = ['', ''] }: ElementKind,
  render: () => void,
): ElementLink {
  let props: Props = {}
  let properties: Props = {}
  let isRerender = false
  let reported: unknown

  const listener = {
    handleEvent(event: ElementEvent<HTMLElement>): void {
      // elements inside can fire events with the same name
      if (event.target !== event.currentTarget) return
      reported = Reflect.get(event.currentTarget, stateProperty)
      const handle = props[events[event.type] ?? '']
      if (typeof handle !== 'function') return
      Reflect.apply(handle, undefined, [event])
      if (props[stateProperty] == null || props[stateProperty] === Reflect.get(event.currentTarget, stateProperty))
        return
      isRerender = true
      render()
    },
  }

  function set(element: HTMLElement, name: string, value: unknown): void {
    const before = properties[name]
    if (value == null) {
      if (before != null) reset(element, name)
    } else if (name === stateProperty && value === reported && value === Reflect.get(element, stateProperty)) {
      // the parent returns the value that the element reported. Setting it would delete an incomplete number, which has no value
    } else if (name !== stateProperty || value !== before || isRerender || props[handler]) {
      Reflect.set(element, name, value)
    }
  }

  return {
    update(element, nextProps, nextProperties) {
      props = nextProps
      // adding the same listener again has no effect
      for (const type of Object.keys(events)) element.addEventListener(type, listener)
      for (const name of Object.keys({ ...properties, ...nextProperties })) set(element, name, nextProperties[name])
      properties = nextProperties
      isRerender = false
    },
  }
}

/** Resets a property to its default value. */
function reset(element: HTMLElement, name: string): void {
  if (name in HTMLElement.prototype) element.removeAttribute(name)
  else Reflect.set(element, name, Reflect.get(document.createElement(element.localName), name))
}
