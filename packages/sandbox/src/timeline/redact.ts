const TOKEN = /eyJ[\w-]*\.[\w-]+\.[\w-]*/g
const EMAIL = /[^\s"'<>(),;:@]+(?:@[^\s"'<>(),;:@]+)+/g

/** Returns a copy in which tokens and e-mail addresses are replaced, in strings and in names, at any depth. */
export function redact(value: unknown): unknown {
  if (typeof value === 'string') return redactText(value)
  if (Array.isArray(value)) return value.map(redact)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      // a recording writes the copy as an object literal, in which this name would set the prototype
      .filter(([name]) => name !== '__proto__')
      .map(([name, part]) => [redactText(name), redact(part)]),
  )
}

function redactText(text: string): string {
  return text.replace(TOKEN, '[token]').replace(EMAIL, '[e-mail]')
}
