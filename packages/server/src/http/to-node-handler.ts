import type { IncomingMessage, ServerResponse } from 'node:http'
import { BackendError, backendErrors, refusalOf, type Refusal } from '../errors.js'
import { refuse } from './respond.js'

/** A handler for `node:http`, Express and Connect. */
export type NodeHandler = (
  request: IncomingMessage & { readonly body?: unknown; readonly originalUrl?: string },
  response: ServerResponse,
  next?: (error?: unknown) => void,
) => void

/**
 * Converts a web-standard handler for `node:http`, `node:http2`, Express, Fastify and other servers of Node. Works before and after
 * `express.json()` and `express.urlencoded()`. If the handler throws, the error goes to `next`. Without `next`, it goes to `console.error`,
 * and the answer is 500.
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
    const answering = async (): Promise<void> => {
      const request = toRequest(incoming, outgoing)
      await send(request ? await handler(request) : refuse(MALFORMED), incoming, outgoing)
    }
    answering().catch((error: unknown) => {
      // half of a body must not look like a whole one
      if (outgoing.headersSent) outgoing.destroy()
      if (next) return next(error)
      console.error(error)
      if (!outgoing.headersSent) void send(refuse(refusalOf(error)), incoming, outgoing)
    })
  }
}

const MALFORMED: Refusal = { code: 'ERR_REQUEST_MALFORMED', status: backendErrors.ERR_REQUEST_MALFORMED }

/** @returns `undefined` if the URL, the `Host` header or the method is not valid. */
function toRequest(incoming: Parameters<NodeHandler>[0], outgoing: ServerResponse): Request | undefined {
  const { method = 'GET', socket } = incoming
  const protocol = 'encrypted' in socket ? 'https' : 'http'
  const host = String(incoming.headers.host ?? incoming.headers[':authority'] ?? '') || 'localhost'
  // a path in this header would become a part of the URL, in front of the real one
  if (/[\s/\\?#@]/.test(host)) return undefined
  const origin = `${protocol}://${host}`
  // Express cuts the prefix of a router from `url`
  const path = incoming.originalUrl ?? incoming.url ?? '/'
  const aborted = new AbortController()
  outgoing.once('close', () => outgoing.writableFinished || aborted.abort())
  const init: RequestInit & { duplex?: 'half' } = { method, headers: toHeaders(incoming), signal: aborted.signal }
  if (method !== 'GET' && method !== 'HEAD') {
    init.body = bodyOf(incoming)
    init.duplex = 'half'
  }
  try {
    // a path can start with two slashes; proxies send a whole URL
    return new Request(path.startsWith('/') ? origin + path : new URL(path, origin), init)
  } catch {
    return undefined
  }
}

/** Not from `headers`, which contains only the first of two headers with the same name. HTTP/2 has the same list. */
function toHeaders({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers()
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? ''
    if (!name.startsWith(':')) headers.append(name, rawHeaders[index + 1] ?? '')
  }
  return headers
}

/** If a middleware has already read the body, it left an object, a text or bytes. */
function bodyOf(incoming: Parameters<NodeHandler>[0]): BodyInit {
  const { body, headers } = incoming
  if (!incoming.readableEnded && !incoming.readableDidRead) return streamOf(incoming)
  if (typeof body === 'string') return body
  if (body instanceof Uint8Array) return new Uint8Array(body)
  if (body === undefined) return hasBody(headers) ? consumedBody() : ''
  if (typeof body !== 'object' || body === null || !headers['content-type']?.includes('urlencoded'))
    return JSON.stringify(body)
  const fields = Object.entries(body).flatMap(([name, value]: [string, unknown]) =>
    (Array.isArray(value) ? value : [value]).map((each): [string, string] => [name, toText(each)]),
  )
  return new URLSearchParams(fields).toString()
}

/** A nested field is an object. `String` would call a method of it, whose name the client can replace. */
function toText(field: unknown): string {
  return typeof field === 'string' ? field : JSON.stringify(field)
}

function hasBody(headers: IncomingMessage['headers']): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0
}

/** Fails when it is read, so that a handler that needs no body still works. */
function consumedBody(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      const message =
        'Something has read the body before, and has not kept it in `request.body`. Put toNodeHandler in front of it.'
      controller.error(new BackendError('ERR_BODY_CONSUMED', message))
    },
  })
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
  // an unread rest would be taken for the next request. Requests of HTTP/2 cannot be confused
  if (!incoming.complete && incoming.httpVersionMajor === 1) outgoing.setHeader('connection', 'close')
  outgoing.writeHead(status)
  if (body) await writeBody(body, outgoing)
  outgoing.end()
}

/** Ends the stream as soon as the client leaves, even while the stream has nothing to send. */
async function writeBody(body: ReadableStream<Uint8Array>, outgoing: ServerResponse): Promise<void> {
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader()
  const stop = (): void => void reader.cancel().catch(() => undefined)
  outgoing.once('close', stop)
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (!outgoing.write(part.value)) await drained(outgoing)
  }
  outgoing.off('close', stop)
}

function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      outgoing.off('drain', end).off('close', end)
      resolve()
    }
    if (outgoing.destroyed) return resolve()
    outgoing.once('drain', end).once('close', end)
  })
}
