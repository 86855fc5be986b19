/** Parses a URL. Returns `undefined` if the text is not a URL. Replaces `URL.parse`, which some supported browsers lack. */
export function parseUrl(address: string, base?: string): URL | undefined {
  return URL.canParse(address, base) ? new URL(address, base) : undefined
}
