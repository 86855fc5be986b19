import { toRaw, unref } from 'vue'

/**
 * Copies objects and arrays of any depth without the proxies and refs that structured clone rejects. Other values, such as maps, dates
 * and class instances, are not copied. An effect that calls this function tracks everything that it reads.
 */
export function toPlainData<Value>(value: Value): Value {
  // a cast: the copy has the same shape, without the refs
  return copy(value, new Map()) as Value
}

/** `copies` maps each original to its copy, so that cycles end. */
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
  // a cast: `copy` sets the elements of an array by key, as it does for an object
  if (Array.isArray(value)) return new Array<unknown>(value.length) as unknown as Record<string, unknown>
  const prototype: unknown = Object.getPrototypeOf(value)
  const plain = prototype === null || Object.getPrototypeOf(prototype) === null // also true for objects of another realm
  // on an object without a prototype, `__proto__` is an ordinary key
  return plain ? (Object.create(null) as Record<string, unknown>) : undefined
}
