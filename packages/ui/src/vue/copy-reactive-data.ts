import { isProxy, toRaw } from 'vue'

/**
 * A copy of reactive data without proxies, at any depth. What reads it in an effect tracks it, so that also a list that is changed in
 * place is seen. What is no data, such as a host, is not copied: it is taken out of its proxy.
 */
export function copyReactiveData(value: unknown, copies: Map<unknown, unknown> = new Map()): unknown {
  if (!isProxy(value)) return value
  const raw: unknown = toRaw(value)
  // copies are kept by what they are copies of, so that cycles end
  if (copies.has(raw)) return copies.get(raw)
  const copy = emptyLike(raw)
  if (!copy) return raw
  copies.set(raw, copy)
  for (const [key, member] of Object.entries(value as object)) copy[key] = copyReactiveData(member, copies)
  return copy
}

function emptyLike(raw: unknown): Record<string, unknown> | undefined {
  // a cast: an array takes its members by name too
  if (Array.isArray(raw)) return [] as unknown as Record<string, unknown>
  const prototype: unknown = Object.getPrototypeOf(raw)
  const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null // of another realm too
  const isData = isPlain && !Object.values(raw as object).some((member) => typeof member === 'function')
  // without a prototype, `__proto__` is a key like any other
  return isData ? (Object.create(null) as Record<string, unknown>) : undefined
}
