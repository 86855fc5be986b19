import type { Values } from './element-spec.js'

type Modifiers = Readonly<Partial<Record<string, true>>>

/** Returns the modifiers of the `v-model` of a component. */
export function modifiersOf({ modelModifiers }: Values): Modifiers {
  return (modelModifiers ?? {}) as Modifiers
}

/** Applies modifiers to a value in the same way as Vue. */
export function modify(value: unknown, { trim, number }: Modifiers): unknown {
  if (typeof value !== 'string') return value
  const text = trim ? value.trim() : value
  const parsed = number ? parseFloat(text) : NaN
  return Number.isNaN(parsed) ? text : parsed
}
