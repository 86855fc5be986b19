/** JSON of anything that a message can carry, also of what JSON does not know: it names cycles and writes big integers as text. */
export function toJson(value: unknown, indent?: number): string {
  try {
    return JSON.stringify(plain(value, []), undefined, indent) ?? String(value)
  } catch (error) {
    return `[cannot be shown: ${String(error)}]` // too deep, for instance
  }
}

function plain(value: unknown, above: readonly object[]): unknown {
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (above.includes(value)) return '[a cycle]'
  const inside = [...above, value]
  if (Array.isArray(value) || value instanceof Map || value instanceof Set)
    return Array.from<unknown>(value as Iterable<unknown>).map((part) => plain(part, inside))
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part, inside)]))
}
