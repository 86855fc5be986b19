/** A parsed URL, or `undefined` for a text that is none. `URL.parse` does the same, but not in every browser that we support. */
export function parseUrl(address: string, base?: string): URL | undefined {
  return URL.canParse(address, base) ? new URL(address, base) : undefined
}
