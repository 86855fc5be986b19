import type { ElementEvent } from './element-component.js'

/** Props by their names, whatever they hold. */
export type Props = Readonly<Record<string, unknown>>

/** What a wrapper knows of its element. */
export interface ElementKind {
  /** The events of the element, each with the prop that hears of it. */
  readonly events: Readonly<Record<string, string>>
  /** The property that the element changes by itself, and the prop that hears of it. */
  readonly state: readonly [property: string, handler: string] | undefined
}

/** Keeps one element as the props of its wrapper say. */
export interface ElementLink {
  /**
   * Sets what the props say, and hears of the events.
   *
   * @param properties Those of the props that are properties of the element.
   */
  readonly update: (element: HTMLElement, props: Props, properties: Props) => void
}

/**
 * Links an element to the props of its wrapper.
 *
 * A property that the element changes by itself is set where the prop has changed, so that it may be no more than a beginning; and
 * each time, where somebody hears of the change: then the prop alone decides, as in a field of React.
 *
 * @param draw Draws the wrapper anew: called when somebody was told of a change, who may have refused it.
 */
export function createElementLink(
  { events, state: [held, handler] = ['', ''] }: ElementKind,
  draw: () => void,
): ElementLink {
  let props: Props = {}
  let properties: Props = {}
  let isTold = false
  let told: unknown

  const listener = {
    handleEvent(event: ElementEvent<HTMLElement>): void {
      // what stands inside may fire the same
      if (event.target !== event.currentTarget) return
      told = Reflect.get(event.currentTarget, held)
      const tell = props[events[event.type] ?? '']
      if (typeof tell !== 'function') return
      Reflect.apply(tell, undefined, [event])
      if (props[held] == null || props[held] === Reflect.get(event.currentTarget, held)) return
      isTold = true
      draw()
    },
  }

  function set(element: HTMLElement, name: string, value: unknown): void {
    const before = properties[name]
    if (value == null) {
      if (before != null) reset(element, name)
    } else if (name === held && value === told && value === Reflect.get(element, held)) {
      // what the element just told comes back: half a number, which has no value, stays as the person wrote it
    } else if (name !== held || value !== before || isTold || props[handler]) {
      Reflect.set(element, name, value)
    }
  }

  return {
    update(element, nextProps, nextProperties) {
      props = nextProps
      // the same listener twice is there once
      for (const type of Object.keys(events)) element.addEventListener(type, listener)
      for (const name of Object.keys({ ...properties, ...nextProperties })) set(element, name, nextProperties[name])
      properties = nextProperties
      isTold = false
    },
  }
}

/** Brings a property to what it is where nobody sets it. */
function reset(element: HTMLElement, name: string): void {
  if (name in HTMLElement.prototype) element.removeAttribute(name)
  else Reflect.set(element, name, Reflect.get(document.createElement(element.localName), name))
}
