import { TokenRejectedError, excerpt } from '../errors.js'
import { abortable } from '../lib/abortable.js'

const TIMEOUT = 5000
const MAX_BYTES = 65_536

/**
 * Fetches a key document: no redirects, no credentials, no referrer, at most 64 KiB within 5 s.
 *
 * @returns The parsed JSON, which can be any value.
 * @throws {TokenRejectedError} `ERR_KEYS_UNAVAILABLE` The request failed or timed out, or the document is too large or not JSON.
 */
export async function fetchKeyDocument(url: URL, fetcher: typeof fetch, signal?: AbortSignal): Promise<unknown> {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(new TypeError('too slow')), TIMEOUT)
  const lifetime = signal ? AbortSignal.any([signal, limit.signal]) : limit.signal
  try {
    // a `fetch` of the application may ignore the signal
    return await abortable(load(url, fetcher, lifetime), lifetime)
  } catch (cause) {
    const server = excerpt(url.host)
    throw new TokenRejectedError('ERR_KEYS_UNAVAILABLE', `The key document on ${server} could not be loaded.`, 'jku', {
      cause,
    })
  } finally {
    clearTimeout(timer)
    // a response that was not read to its end would keep its connection open
    limit.abort()
  }
}

/** Whether the server says that the document no longer exists (404, 410). Any other failure may be an outage. */
export function isWithdrawn(error: unknown): boolean {
  const { cause } = ((error as Error | undefined)?.cause ?? {}) as Error
  return cause === 404 || cause === 410
}

async function load(url: URL, fetcher: typeof fetch, signal: AbortSignal): Promise<unknown> {
  const response = await fetcher(url.href, {
    redirect: 'error',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal,
  })
  if (!response.ok) throw new TypeError(`status ${response.status}`, { cause: response.status })
  return parseJson(await readText(response))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // the parser's own message quotes the text
    throw new TypeError('not JSON')
  }
}

async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
    size += chunk.value.length
    if (size > MAX_BYTES) {
      await reader?.cancel()
      throw new TypeError('more than 64 KiB')
    }
    text += decoder.decode(chunk.value, { stream: true })
  }
  return text
}
