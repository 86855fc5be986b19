import { createClient, failureOf, followRedirects, type Client } from '../sources/client.js'
import type { CommandContext } from '../context.js'
import { readStream } from '../sources/read-bytes.js'

/** The limits of one run. */
export interface Limits {
  /** Requests, including redirects. */
  readonly requests: number
  /** Bytes of all bodies, before they are decompressed. */
  readonly bytes: number
  /** Milliseconds for one response, with its redirects. */
  readonly timeout: number
  /** Milliseconds for all responses. */
  readonly total: number
}

/** The result of a request. `skipped`: one of the limits was reached first. */
export type Outcome = Answer | { readonly kind: 'failed'; readonly reason: string } | { readonly kind: 'skipped' }

/** A response, after all redirects. */
export interface Answer {
  readonly kind: 'answer'
  readonly url: URL
  readonly response: Pick<Response, 'headers' | 'ok' | 'status'>
  /** The decompressed body, up to the limit of a source. */
  readonly body: Uint8Array
  /** The size of the body before it was decompressed. */
  readonly transferred: number
}

/** What to send, besides the URL. */
export interface RequestParts {
  readonly headers: Readonly<Record<string, string>>
  /** The body of a POST request, which follows no redirects. */
  readonly body?: string
}

/** Sends the requests of one run, within its limits. */
export interface Requests {
  /** Never rejects because of the server. */
  readonly send: (url: URL, parts: RequestParts) => Promise<Outcome>
  /** How many requests were sent, including redirects. */
  readonly sent: () => number
  /** Whether a limit was reached, so that the result of a request was `skipped`. */
  readonly wasLimited: () => boolean
}

/** What the requests of a run use. */
export interface RequestsContext extends Pick<CommandContext, 'fetch' | 'lookup' | 'stop'> {
  /** Is called before each request. */
  readonly onSend: (url: URL) => void
}

/**
 * Creates the requests of one run.
 *
 * @param firstUrl The URL that the user has named. See {@link createClient}.
 */
export function createRequests(
  firstUrl: URL,
  { requests, bytes, timeout, total }: Limits,
  { onSend, stop, ...context }: RequestsContext,
): Requests {
  const client = createClient(firstUrl, context)
  const end = AbortSignal.any([stop, AbortSignal.timeout(total)])
  let sent = 0
  let transferred = 0
  let wasLimited = false

  return { send, sent: () => sent, wasLimited: () => wasLimited }

  async function send(url: URL, { headers, body }: RequestParts): Promise<Outcome> {
    const timeLimit = AbortSignal.timeout(timeout)
    let size = 0
    const options: Parameters<Client['request']>[1] = {
      signal: AbortSignal.any([timeLimit, end]),
      headers: { 'accept-encoding': 'gzip, deflate, br', ...headers },
      ...(body !== undefined && { body }),
      onTransfer(amount) {
        size += amount
        transferred += amount
      },
    }
    try {
      const followed =
        body === undefined
          ? await followRedirects(url, (each) => request(each, options))
          : { url, response: await request(url, options) }
      const content = await readBody(followed.response)
      return { kind: 'answer', ...followed, body: content, transferred: size }
    } catch (error) {
      if (error === limitReached || end.aborted) {
        wasLimited = true
        return { kind: 'skipped' }
      }
      return { kind: 'failed', reason: failureOf(error, timeLimit.aborted, timeout).message }
    }
  }

  async function request(url: URL, options: Parameters<Client['request']>[1]): Promise<Response> {
    if (sent >= requests || transferred >= bytes || end.aborted) throw limitReached
    sent += 1
    onSend(url)
    return client.request(url, options)
  }
}

const limitReached = new Error('A limit was reached.')

async function readBody({ body }: Response): Promise<Uint8Array> {
  return body ? readStream(body) : new Uint8Array()
}
