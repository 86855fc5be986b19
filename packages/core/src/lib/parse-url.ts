/** A parsed URL, or `undefined` for a text that is none. `URL.parse` does the same, but not in every browser that we support. */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base)
  } catch {
    return undefined
  }
}
