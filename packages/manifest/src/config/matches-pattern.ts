/**
 * Tells whether a text fits the pattern of a field. It answers as `<input pattern>` does: with the flag `v`, and only the whole text
 * counts. An empty text is no answer, so callers do not ask about it.
 *
 * @returns `true` also where the pattern is no regular expression: `parseManifest` reports it, and a visitor can do nothing about it.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  return patternError(pattern) !== undefined || new RegExp(`^(?:${pattern})$`, 'v').test(text)
}

/** Why a browser does not take a pattern, in its own words; `undefined` if it does. */
export function patternError(pattern: string, flags: 'v' | 'u' | '' = 'v'): string | undefined {
  try {
    // without the group around it, which would make "a)|(b" valid
    new RegExp(pattern, flags)
    return undefined
  } catch (error) {
    // engines put the pattern first and the reason last
    const message = error instanceof Error ? error.message : ''
    return message.slice(message.lastIndexOf(': ') + 1).trim()
  }
}
