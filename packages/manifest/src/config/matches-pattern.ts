/**
 * Returns whether a text matches the pattern of a field, as `<input pattern>` does: with the flag `v`, and against the whole text. An empty
 * text means no answer, so check for it before the call.
 *
 * @returns `true` if the text matches. Also `true` if the pattern is invalid: `parseManifest` reports it, and visitors cannot fix it.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  return patternError(pattern) !== undefined || new RegExp(`^(?:${pattern})$`, 'v').test(text)
}

/** The reason why the engine rejects a pattern, in its own words; `undefined` if the pattern is valid. */
export function patternError(pattern: string, flags: 'v' | 'u' | '' = 'v'): string | undefined {
  try {
    // without an enclosing group, which would make "a)|(b" valid
    new RegExp(pattern, flags)
    return undefined
  } catch (error) {
    // engines put the pattern first and the reason last
    const message = error instanceof Error ? error.message : ''
    return message.slice(message.lastIndexOf(': ') + 1).trim()
  }
}
