import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIPv6, type LookupFunction } from 'node:net'
import { pipeline, Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

/** Sends a GET request to one of the IP addresses. Does not follow redirects. */
export type FetchFromAddresses = (url: URL, options: FetchOptions) => Promise<Response>

export interface FetchOptions {
  /** The IP addresses of the URL's host. */
  readonly addresses: readonly string[]
  readonly signal: AbortSignal
}

/**
 * Sends a GET request without following redirects. It connects to one of the IP addresses and does not resolve the host again, because the
 * result could differ. Node's `fetch` has no option for that.
 *
 * @throws {Error} There is no response. Node's `code` says why.
 */
export function fetchFromAddresses(url: URL, { addresses, signal }: FetchOptions): Promise<Response> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const options = { agent: false, headers: HEADERS, lookup: createLookup(addresses), signal }
  return new Promise((resolve, reject) => {
    const respond = (message: IncomingMessage): void => {
      try {
        resolve(toResponse(message))
      } catch (error) {
        // `Response` throws if the status is out of range
        message.destroy()
        reject(error instanceof Error ? error : new Error(String(error)))
      }
    }
    request(url, options, respond).on('error', reject).end()
  })
}

const HEADERS = { accept: 'application/json', 'accept-encoding': 'identity', 'user-agent': 'haiilo-kit' }

function createLookup(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }))
  return (_host, options, callback) => {
    const [first] = all
    if (!first) return callback(Object.assign(new Error('The host has no address.'), { code: 'ENOTFOUND' }), '')
    return options.all === true ? callback(null, all) : callback(null, first.address, first.family)
  }
}

function toResponse(message: IncomingMessage): Response {
  const { statusCode = 0, headers } = message
  const { location } = headers
  const body = WITHOUT_BODY.includes(statusCode) ? null : Readable.toWeb(decode(message))
  return new Response(body as BodyInit | null, { status: statusCode, ...(location && { headers: { location } }) })
}

const WITHOUT_BODY = [204, 205, 304]

/** Decompresses the body. Some servers store files compressed and ignore `accept-encoding`. */
function decode(message: IncomingMessage): Readable {
  const decoder = DECODERS[message.headers['content-encoding']?.toLowerCase() ?? '']?.()
  // the last stream of the pipeline also reports errors of the others
  return decoder ? pipeline(message, decoder, () => undefined) : message
}

const DECODERS: Readonly<Record<string, () => ReturnType<typeof createGunzip>>> = {
  gzip: createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}
