/**
 * What was given as a text, as a text.
 *
 * @param value May be anything: it came from a page, a framework or a file.
 * @returns `undefined` for what is no text, number or truth value: objects and `null` say nothing to a person.
 */
export function toText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}
