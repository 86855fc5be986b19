import CachePolicy from 'http-cache-semantics'

/** How long a browser uses a response without asking the server again, in seconds. It guesses if no header says so. */
export function freshness(url: URL, { headers, status }: Pick<Response, 'headers' | 'status'>): number {
  const policy = new CachePolicy(
    { url: url.href, method: 'GET', headers: {} },
    { status, headers: Object.fromEntries(headers) },
    { shared: false },
  )
  return policy.storable() ? policy.timeToLive() / 1000 : 0
}

/** Whether the URL of a file changes with its content, because it has a hash, a version or a query: `main-BQ2x9k_L.js`, `lib-3.7.1.js`. */
export function hasVersion({ pathname, search }: URL): boolean {
  const [, hash = ''] = /[.-]([\w-]{8,64})\.\w+$/.exec(pathname) ?? []
  // words in file names have no digits and no upper case
  return search !== '' || /[\dA-Z]/.test(hash) || /\d+\.\d+\.\d+/.test(pathname)
}
