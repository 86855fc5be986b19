/** Parses a URL. Returns `undefined` if the text is not a URL. Replaces `URL.parse`, which some supported browsers do not have. */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base)
  } catch {
    return undefined
  }
}
