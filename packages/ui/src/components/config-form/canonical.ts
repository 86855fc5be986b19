/** Writes a value as JSON with sorted keys, so that equal values give equal text. `undefined` if it cannot be written as JSON. */
export function canonical(value: unknown): string | undefined {
  try {
    return JSON.stringify(value, (_, member: unknown) =>
      typeof member === 'object' && member !== null && !Array.isArray(member)
        ? Object.fromEntries(Object.entries(member).sort(([left], [right]) => (left < right ? -1 : 1)))
        : member,
    )
  } catch {
    return undefined
  }
}
