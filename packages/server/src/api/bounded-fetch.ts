import { readBody } from '../http/read-body.js'

const TIMEOUT = 10_000
const MAX_BYTES = 65_536

/** Creates a `fetch` for requests to tenants: no redirects, a time limit of 10 s, and answers of at most 64 KiB. */
export function boundedFetch(fetcher: typeof fetch): typeof fetch {
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
    // `fetch` has decoded the body, so the limit counts what arrives here
    const unread = { body: response.body, headers: new Headers() }
    const text = await readBody(unread, { maxBytes: MAX_BYTES, timeout: TIMEOUT })
    const headers = new Headers(response.headers)
    headers.delete('content-encoding')
    return new Response(text === '' ? null : text, { status, statusText, headers })
  }
}
