import { camelize, capitalize, computed, h } from 'vue'
import type { Component, SetupContext, VNode } from 'vue'
import { renderSlots } from './render-slots.js'
import { createPropertySync } from './create-property-sync.js'
import type { ElementSpec, PropertyKind, Values } from './element-spec.js'
import { createListeners } from './create-listeners.js'
import { modify, modifiersOf } from './model-modifiers.js'
import { copyReactiveData } from './copy-reactive-data.js'

/**
 * Creates a Vue component for a custom element. It renders the element with its attributes, listeners and content, and sets the properties.
 * Props that are not given leave the properties of the element unchanged.
 *
 * @param tag The tag of the element. It must be defined before the component is mounted.
 */
export function wrapElement(tag: string, spec: ElementSpec): Component {
  const { properties, events = [], slots: slotNames = [], model: [model, property] = [] } = spec
  return {
    name: capitalize(camelize(tag)),
    props: propsOf(spec),
    emits: model ? [...events, `update:${model}`] : [...events],

    setup(props: Values, { emit, slots }: SetupContext<string[]>) {
      const readers = Object.entries(properties).map(([name, kind]) => [name, readerOf(kind, props, name)] as const)
      const listeners = createListeners(spec, props, emit)
      const syncProperties = createPropertySync((name, value) =>
        name === property ? modify(value, modifiersOf(props)) : value,
      )

      return () => {
        const values = Object.fromEntries(readers.map(([name, read]) => [name, read()]))
        if (model && property) values[property] = props[model] ?? values[property]
        // a cast: Vue has one type for all nodes that it renders to
        const sync = ({ el }: VNode): void => syncProperties(el as unknown as Values, values)
        // these hooks run before the element is in the page, and also for an element that a server rendered
        const hooks = { onVnodeBeforeMount: sync, onVnodeBeforeUpdate: sync }
        return h(tag, { ...listeners, ...hooks }, renderSlots(slots, slotNames))
      }
    },
  }
}

function propsOf({ properties, model: [model, property] = ['', '', ''] }: ElementSpec): Values {
  const props: Values = {}
  for (const [name, kind] of Object.entries(properties)) {
    // a missing boolean is undefined, not false: the element keeps its own default
    props[name] = kind === Boolean ? { type: kind, default: undefined } : null
  }
  if (model === 'modelValue') Object.assign(props, { [model]: props[property], modelModifiers: null })
  return props
}

function readerOf(kind: PropertyKind, props: Values, name: string): () => unknown {
  if (kind === Number) return () => (typeof props[name] === 'string' ? Number(props[name]) : props[name])
  if (kind !== Object) return () => props[name]
  // copies once per change: a copy on each render would be a new value for the element
  const copy = computed(() => copyReactiveData(props[name]))
  return () => copy.value
}
