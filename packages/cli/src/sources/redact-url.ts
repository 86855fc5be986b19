/** Returns a URL without user name, password, query and fragment, which may be confidential. */
export function redactUrl(text: string | URL): string {
  const url = URL.parse(String(text))
  if (!url)
    return String(text)
      .replace(/[?#].*$/s, '')
      .replace(/\/\/.*@/s, '//')
  return `${url.protocol}//${url.host}${url.pathname}`
}
