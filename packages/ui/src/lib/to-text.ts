/**
 * Converts a value to a text.
 *
 * @param value Any value, from a page, a framework or a file.
 * @returns `undefined` if the value is not a string, number or boolean. Other values have no readable text.
 */
export function toText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}
