import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIPv6, type LookupFunction } from 'node:net'
import { pipeline, Transform, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

/** Sends a request to one of the IP addresses. Does not follow redirects. */
export type FetchFromAddresses = (url: URL, options: FetchOptions) => Promise<Response>

export interface FetchOptions {
  /** The IP addresses of the URL's host. */
  readonly addresses: readonly string[]
  readonly signal: AbortSignal
  /** Further headers. Default of `accept-encoding`: `identity`, so that the body is not compressed. */
  readonly headers?: Readonly<Record<string, string>>
  /** The body of a POST request. Without it, the request is a GET request. */
  readonly body?: string
  /** Is called for each part of the body that arrives, with its size in bytes before it is decompressed. */
  readonly onTransfer?: (bytes: number) => void
}

/**
 * Sends a request without following redirects. It connects to one of the IP addresses and does not resolve the host again, because the result
 * could differ. Node's `fetch` has no option for that.
 *
 * @returns The response, with a body that is already decompressed.
 * @throws {Error} There is no response. Node's `code` says why.
 */
export function fetchFromAddresses(
  url: URL,
  { addresses, signal, headers, body, onTransfer }: FetchOptions,
): Promise<Response> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const options = {
    agent: false,
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...HEADERS, ...headers },
    lookup: createLookup(addresses),
    signal,
  }
  return new Promise((resolve, reject) => {
    const respond = (message: IncomingMessage): void => {
      try {
        resolve(toResponse(message, onTransfer))
      } catch (error) {
        // `Response` throws if the status is out of range
        message.destroy()
        reject(error instanceof Error ? error : new Error(String(error)))
      }
    }
    request(url, options, respond).on('error', reject).end(body)
  })
}

const HEADERS = { 'accept-encoding': 'identity', 'user-agent': 'haiilo-kit' }

/** Returns the lookup of a connection that uses only these IP addresses. */
export function createLookup(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }))
  return (_host, options, callback) => {
    const [first] = all
    if (!first) return callback(Object.assign(new Error('The host has no address.'), { code: 'ENOTFOUND' }), '')
    return options.all === true ? callback(null, all) : callback(null, first.address, first.family)
  }
}

function toResponse(message: IncomingMessage, onTransfer: FetchOptions['onTransfer']): Response {
  const { statusCode = 0 } = message
  const body = WITHOUT_BODY.includes(statusCode) ? null : toWebStream(decode(message, onTransfer))
  return new Response(body, { status: statusCode, headers: headersOf(message) })
}

const WITHOUT_BODY = [204, 205, 304]

/** Converts a stream. `Readable.toWeb` throws outside of any promise if data arrives after `cancel()`. */
function toWebStream(stream: Readable): ReadableStream<Uint8Array<ArrayBuffer>> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array<ArrayBuffer>, undefined>
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: () => void stream.destroy(),
  })
}

/** Copies the headers one by one, because `set-cookie` can appear several times. */
function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, values = []] of Object.entries(headersDistinct))
    for (const value of values) headers.append(name, value)
  return headers
}

/** Decompresses the body. Some servers store files compressed and ignore `accept-encoding`. */
function decode(message: IncomingMessage, onTransfer: FetchOptions['onTransfer']): Readable {
  const decoder = DECODERS[message.headers['content-encoding']?.toLowerCase() ?? '']?.()
  const steps = [...(onTransfer ? [createCounter(onTransfer)] : []), ...(decoder ? [decoder] : [])]
  const last = steps.at(-1)
  if (!last) return message
  // the last stream of the pipeline also reports errors of the others
  pipeline([message, ...steps], () => undefined)
  return last
}

function createCounter(onTransfer: (bytes: number) => void): Transform {
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      onTransfer(chunk.length)
      done(null, chunk)
    },
  })
}

const DECODERS: Readonly<Record<string, () => ReturnType<typeof createGunzip>>> = {
  gzip: createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}
