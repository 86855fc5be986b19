/** The same text for equal JSON, whatever the order of its members; `undefined` for what is none. */
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
