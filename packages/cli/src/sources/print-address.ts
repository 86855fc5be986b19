/** An address as it may be printed: without name, password, query and fragment, any of which may be confidential. */
export function printAddress(address: string | URL): string {
  const url = URL.parse(String(address))
  if (!url)
    return String(address)
      .replace(/[?#].*$/s, '')
      .replace(/\/\/.*@/s, '//')
  return `${url.protocol}//${url.host}${url.pathname}`
}
