/** JSON of any value that a message can carry. Marks cycles, writes big integers as strings, and maps and sets as arrays. */
export function toJson(value: unknown, indent?: number): string {
  try {
    return JSON.stringify(toPlain(value, []), undefined, indent) ?? String(value)
  } catch (error) {
    return `[cannot be shown: ${String(error)}]` // for example, nested too deeply
  }
}

function toPlain(value: unknown, above: readonly object[]): unknown {
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (above.includes(value)) return '[cycle]'
  const inside = [...above, value]
  if (Array.isArray(value) || value instanceof Map || value instanceof Set)
    return Array.from<unknown>(value as Iterable<unknown>).map((part) => toPlain(part, inside))
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toPlain(part, inside)]))
}
