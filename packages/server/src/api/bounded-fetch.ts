import { readBody } from '../http/read-body.js'

const TIMEOUT = 10_000
const MAX_BYTES = 65_536

/**
 * Creates a `fetch` for requests to tenants: no redirects, no cookies, and a time limit of 10 s.
 *
 * @param answers `read`: bodies of at most 64 KiB are read. `ignored`: bodies are not read, so that they cannot make a request fail.
 */
export function boundedFetch(fetcher: typeof fetch, answers: 'read' | 'ignored'): typeof fetch {
  return async (input, init = {}) => {
    const limit = AbortSignal.timeout(TIMEOUT)
    const response = await fetcher(input, {
      ...init,
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: init.signal ? AbortSignal.any([init.signal, limit]) : limit,
    })
    const { status, statusText } = response
    const headers = new Headers(response.headers)
    headers.delete('content-encoding')
    if (answers === 'ignored') {
      response.body?.cancel().catch(() => undefined)
      return new Response(null, { status, statusText, headers })
    }
    // `fetch` has decoded the body, so the limit counts what arrives here
    const unread = { body: response.body, headers: new Headers() }
    const text = await readBody(unread, { maxBytes: MAX_BYTES, timeout: TIMEOUT })
    return new Response(text === '' ? null : text, { status, statusText, headers })
  }
}
