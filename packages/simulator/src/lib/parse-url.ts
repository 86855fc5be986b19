/** Parses a URL, or returns `undefined` for any other text. Used instead of `URL.parse`, which some supported browsers do not have. */
export function parseUrl(address: string, base?: string): URL | undefined {
  return URL.canParse(address, base) ? new URL(address, base) : undefined
}
