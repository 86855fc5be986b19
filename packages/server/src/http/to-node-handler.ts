import type { IncomingMessage, ServerResponse } from 'node:http'

/** A handler for `node:http`, Express and Connect. */
export type NodeHandler = (
  request: IncomingMessage & { readonly body?: unknown; readonly originalUrl?: string },
  response: ServerResponse,
  next?: (error?: unknown) => void,
) => void

/**
 * Converts a web-standard handler for `node:http`, Express, Fastify and other servers of Node. Works before and after `express.json()` and
 * `express.urlencoded()`.
 *
 * @example
 * ```ts
 * import { createServer } from 'node:http'
 *
 * createServer(toNodeHandler(backend)).listen(8080)
 * ```
 */
export function toNodeHandler(handler: (request: Request) => Response | Promise<Response>): NodeHandler {
  return (incoming, outgoing, next) => {
    const answering = async (): Promise<void> => send(await handler(toRequest(incoming, outgoing)), incoming, outgoing)
    answering().catch((error: unknown) => {
      if (next) return next(error)
      // a request that `Request` refuses, such as the method TRACE
      if (!outgoing.headersSent) outgoing.writeHead(400)
      outgoing.end()
    })
  }
}

function toRequest(incoming: Parameters<NodeHandler>[0], outgoing: ServerResponse): Request {
  const { method = 'GET', headers, socket } = incoming
  const protocol = 'encrypted' in socket ? 'https' : 'http'
  const host = headers.host ?? headers[':authority']
  const origin =
    typeof host === 'string' && URL.canParse(`${protocol}://${host}`) ? `${protocol}://${host}` : 'http://localhost'
  // Express cuts the prefix of a router from `url`
  const path = incoming.originalUrl ?? incoming.url ?? '/'
  const aborted = new AbortController()
  outgoing.once('close', () => outgoing.writableFinished || aborted.abort())
  const init: RequestInit & { duplex?: 'half' } = { method, headers: toHeaders(incoming), signal: aborted.signal }
  if (method !== 'GET' && method !== 'HEAD') {
    init.body = bodyOf(incoming)
    init.duplex = 'half'
  }
  // an absolute path, also if it starts with two slashes
  return new Request(origin + (path.startsWith('/') ? path : `/${path}`), init)
}

function toHeaders({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    if (name.startsWith(':')) continue
    for (const value of values) headers.append(name, value)
  }
  return headers
}

/** If a middleware has already read the body, it left an object. */
function bodyOf(incoming: Parameters<NodeHandler>[0]): BodyInit {
  const { body } = incoming
  if (!incoming.readableEnded && !incoming.readableDidRead) return streamOf(incoming)
  if (typeof body !== 'object' || body === null) return typeof body === 'string' ? body : ''
  if (!incoming.headers['content-type']?.includes('urlencoded')) return JSON.stringify(body)
  const fields = Object.entries(body).flatMap(([name, value]: [string, unknown]) =>
    (Array.isArray(value) ? value : [value]).map((each): [string, string] => [name, String(each)]),
  )
  return new URLSearchParams(fields).toString()
}

/** Cancelling it leaves the connection open, so that the answer can still be sent. */
function streamOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks = incoming.iterator({ destroyOnReturn: false }) as AsyncIterator<Uint8Array, undefined>
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk: IteratorResult<Uint8Array, undefined> = await chunks.next()
      if (chunk.done) controller.close()
      else controller.enqueue(chunk.value)
    },
    async cancel() {
      await chunks.return?.()
    },
  })
}

async function send(response: Response, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { status, headers, body } = response
  for (const [name, value] of headers) {
    // the only header whose values must stay apart
    outgoing.setHeader(name, name === 'set-cookie' ? headers.getSetCookie() : value)
  }
  // an unread rest would be taken for the next request
  if (!incoming.complete) outgoing.setHeader('connection', 'close')
  outgoing.writeHead(status)
  if (body) {
    for await (const chunk of body) {
      if (!outgoing.write(chunk)) await drained(outgoing)
      if (outgoing.destroyed) break
    }
  }
  outgoing.end()
}

function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      outgoing.off('drain', end).off('close', end)
      resolve()
    }
    outgoing.once('drain', end).once('close', end)
  })
}
