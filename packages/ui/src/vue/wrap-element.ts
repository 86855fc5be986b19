import { camelize, capitalize, computed, h } from 'vue'
import type { Component, SetupContext, VNode } from 'vue'
import { renderSlots } from './render-slots.js'
import { createPropertySync } from './create-property-sync.js'
import type { ElementSpec, PropertyKind, Values } from './element-spec.js'
import { createListeners } from './create-listeners.js'
import { modify, modifiersOf } from './model-modifiers.js'
import { copyReactiveData } from './copy-reactive-data.js'

/**
 * Makes a component of a custom element. It draws the element with the attributes, the listeners and the content that it was given, and
 * hands over what it was given as properties; what was not given stays as the element has it.
 *
 * @param tag Of an element that is defined before the component is mounted.
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
      const give = createPropertySync((name, value) => (name === property ? modify(value, modifiersOf(props)) : value))

      return () => {
        const values = Object.fromEntries(readers.map(([name, read]) => [name, read()]))
        if (model && property) values[property] = props[model] ?? values[property]
        // a cast: a type of Vue for all that it renders to
        const giveAll = ({ el }: VNode): void => give(el as unknown as Values, values)
        // before the element is in the page, and also where a server has put it there
        const hooks = { onVnodeBeforeMount: giveAll, onVnodeBeforeUpdate: giveAll }
        return h(tag, { ...listeners, ...hooks }, renderSlots(slots, slotNames))
      }
    },
  }
}

function propsOf({ properties, model: [model, property] = ['', '', ''] }: ElementSpec): Values {
  const props: Values = {}
  for (const [name, kind] of Object.entries(properties)) {
    // what is left out is not off: it is as the element has it
    props[name] = kind === Boolean ? { type: kind, default: undefined } : null
  }
  if (model === 'modelValue') Object.assign(props, { [model]: props[property], modelModifiers: null })
  return props
}

function readerOf(kind: PropertyKind, props: Values, name: string): () => unknown {
  if (kind === Number) return () => (typeof props[name] === 'string' ? Number(props[name]) : props[name])
  if (kind !== Object) return () => props[name]
  // once a change: a copy each time would be something new to the element
  const copy = computed(() => copyReactiveData(props[name]))
  return () => copy.value
}
