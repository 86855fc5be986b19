import { toHandlerKey } from 'vue'
import type { ElementSpec, Values } from './element-spec.js'
import { modify, modifiersOf } from './model-modifiers.js'

type Listeners = Readonly<Record<string, (event: Event) => void>>

/** Returns the listeners of an element. They update the `v-model` of the owner first, and then emit the event. */
export function createListeners(
  { events = [], model = ['', '', ''] }: ElementSpec,
  props: Values,
  emit: (name: string, value: unknown) => void,
): Listeners {
  const [name, property, changeEvent] = model

  function updateModel(type: string, element: Values): void {
    const { lazy, trim } = modifiersOf(props)
    // not on `input`: trimming while the person types would delete each space before the next word
    if (trim && type === 'change') element[property] = modify(element[property], { trim })
    // Vue applies the modifiers to the emitted value
    if (type === (lazy ? 'change' : changeEvent)) emit(`update:${name}`, element[property])
  }

  function handle(event: Event): void {
    const { type, target, currentTarget } = event
    // elements inside can fire events with the same name
    if (target !== currentTarget) return
    // a cast: the target is the wrapped element, with the properties of the spec
    if (name) updateModel(type, target as unknown as Values)
    emit(type, event)
  }

  return Object.fromEntries(events.map((event) => [toHandlerKey(event), handle]))
}
