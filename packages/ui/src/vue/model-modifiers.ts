import type { Values } from './element-spec.js'

type Modifiers = Readonly<Partial<Record<string, true>>>

/** The modifiers of the `v-model` that a component was given. */
export function modifiersOf({ modelModifiers }: Values): Modifiers {
  return (modelModifiers ?? {}) as Modifiers
}

/** What modifiers make of a value, as Vue does it. */
export function modify(value: unknown, { trim, number }: Modifiers): unknown {
  if (typeof value !== 'string') return value
  const text = trim ? value.trim() : value
  const parsed = number ? parseFloat(text) : NaN
  return Number.isNaN(parsed) ? text : parsed
}
