import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIPv6, type LookupFunction } from 'node:net'
import { pipeline, Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

/** Where to connect to, and until when. */
export interface FetchFrom {
  /** The IP addresses of the URL's host. No others are connected to. */
  readonly addresses: readonly string[]
  readonly signal: AbortSignal
}

/**
 * Sends one GET request, and follows no redirect. It connects to the given addresses and does not look the host up a second time: by
 * then its name could lead elsewhere. The `fetch` of Node has no option for that.
 *
 * @throws {Error} There is no response. Node's `code` says why.
 */
export function fetchFrom(url: URL, { addresses, signal }: FetchFrom): Promise<Response> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const options = { agent: false, headers: HEADERS, lookup: answerWith(addresses), signal }
  return new Promise((resolve, reject) => {
    const respond = (message: IncomingMessage): void => {
      try {
        resolve(toResponse(message))
      } catch (error) {
        // a status that the standard does not know
        message.destroy()
        reject(error instanceof Error ? error : new Error(String(error)))
      }
    }
    request(url, options, respond).on('error', reject).end()
  })
}

const HEADERS = { accept: 'application/json', 'accept-encoding': 'identity', 'user-agent': 'haiilo-kit' }

function answerWith(addresses: readonly string[]): LookupFunction {
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
  const body = WITHOUT_BODY.includes(statusCode) ? null : Readable.toWeb(decoded(message))
  return new Response(body as BodyInit | null, { status: statusCode, ...(location && { headers: { location } }) })
}

const WITHOUT_BODY = [204, 205, 304]

/** Some servers keep a file compressed, and send it so to everybody. */
function decoded(message: IncomingMessage): Readable {
  const decoder = DECODERS[message.headers['content-encoding']?.toLowerCase() ?? '']?.()
  // what goes wrong is an error of the last stream, too
  return decoder ? pipeline(message, decoder, () => undefined) : message
}

const DECODERS: Readonly<Record<string, () => ReturnType<typeof createGunzip>>> = {
  gzip: createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}
