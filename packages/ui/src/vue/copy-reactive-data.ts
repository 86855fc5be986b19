import { isProxy, toRaw } from 'vue'

/**
 * Copies reactive objects and arrays of any depth without their proxies. The current effect tracks everything that is read, so it also runs
 * when a list is changed in place. Other values, such as a host or a class instance, are not copied, but removed from their proxy. A value
 * that is not reactive is returned unchanged.
 */
export function copyReactiveData(value: unknown, copies: Map<unknown, unknown> = new Map()): unknown {
  if (!isProxy(value)) return value
  const raw: unknown = toRaw(value)
  // `copies` maps each original to its copy, so that cycles end
  if (copies.has(raw)) return copies.get(raw)
  const copy = emptyLike(raw)
  if (!copy) return raw
  copies.set(raw, copy)
  for (const [key, member] of Object.entries(value as object)) copy[key] = copyReactiveData(member, copies)
  return copy
}

function emptyLike(raw: unknown): Record<string, unknown> | undefined {
  // a cast: the elements of an array are set by key, as for an object
  if (Array.isArray(raw)) return [] as unknown as Record<string, unknown>
  const prototype: unknown = Object.getPrototypeOf(raw)
  const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null // also true for objects of another realm
  const isData = isPlain && !Object.values(raw as object).some((member) => typeof member === 'function')
  // on an object without a prototype, `__proto__` is an ordinary key
  return isData ? (Object.create(null) as Record<string, unknown>) : undefined
}
