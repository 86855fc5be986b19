/**
 * A `fetch` for development. All names below `localhost` are this machine (RFC 6761 §6.3), but Node does not resolve them on every system. The
 * tenants of the sandbox have such names.
 */
export const localFetch: typeof fetch = (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input)
  if (url.hostname.endsWith('.localhost')) url.hostname = 'localhost'
  return fetch(input instanceof Request ? new Request(url, input) : url, init)
}

/** The `fetch` of the application. During development, the default one knows names below `localhost`. */
export function fetchOf(options: { readonly fetch?: typeof fetch; readonly development?: boolean }): typeof fetch {
  return options.fetch ?? (options.development ? localFetch : fetch)
}
