import { toHandlerKey } from 'vue'
import type { ElementSpec, Values } from './element-spec.js'
import { modify, modifiersOf } from './model-modifiers.js'

type Listeners = Readonly<Record<string, (event: Event) => void>>

/** The listeners of an element, which tell its owner: first of its state, then of the event. */
export function createListeners(
  { events = [], model = ['', '', ''] }: ElementSpec,
  props: Values,
  emit: (name: string, value: unknown) => void,
): Listeners {
  const [name, property, told] = model

  function tellState(type: string, element: Values): void {
    const { lazy, trim } = modifiersOf(props)
    // not while the person is writing: no word could follow another one
    if (trim && type === 'change') element[property] = modify(element[property], { trim })
    // Vue applies the other modifiers
    if (type === (lazy ? 'change' : told)) emit(`update:${name}`, element[property])
  }

  function hear(event: Event): void {
    const { type, target, currentTarget } = event
    // what stands inside may fire the same
    if (target !== currentTarget) return
    // a cast: it has the properties that it was wrapped with
    if (name) tellState(type, target as unknown as Values)
    emit(type, event)
  }

  return Object.fromEntries(events.map((event) => [toHandlerKey(event), hear]))
}
