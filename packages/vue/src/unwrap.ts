import { toRaw, unref } from 'vue'

/**
 * A copy of reactive state without the proxies and refs that structured clone refuses, at any depth of objects and arrays. What reads it
 * in an effect tracks it. Anything else, such as maps, dates and instances of classes, stays what it is.
 */
export function unwrap<Value>(value: Value): Value {
  // a cast: the copy has the same shape, as far as it can be posted
  return copy(value, new Map()) as Value
}

/** Copies are kept by what they are copies of, so that cycles end. */
function copy(given: unknown, copies: Map<object, unknown>): unknown {
  const value: unknown = unref(given)
  if (typeof value !== 'object' || value === null) return value
  const raw = toRaw(value)
  if (copies.has(raw)) return copies.get(raw)
  const target = emptyLike(value)
  if (!target) return raw
  copies.set(raw, target)
  for (const [key, member] of Object.entries(value)) target[key] = copy(member, copies)
  return target
}

function emptyLike(value: object): Record<string, unknown> | undefined {
  // a cast: an array takes its members by name too
  if (Array.isArray(value)) return new Array<unknown>(value.length) as unknown as Record<string, unknown>
  const prototype: unknown = Object.getPrototypeOf(value)
  const plain = prototype === null || Object.getPrototypeOf(prototype) === null // of another realm too
  // without a prototype, `__proto__` is a key like any other
  return plain ? (Object.create(null) as Record<string, unknown>) : undefined
}
