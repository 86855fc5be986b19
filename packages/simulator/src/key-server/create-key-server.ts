import { createHash, randomUUID, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { keyDocument } from '../keys/signing-keys.js'
import { parsePublicKey } from './parse-public-key.js'

const ROOT = '/__haiilo-simulator/'
const KEYS = `${ROOT}keys`
const MAX_KEYS = 64
const MAX_BYTES = 8 * 1024

/** Path of the script that tells pages of this very origin where to publish. */
export const KEY_SERVER_SCRIPT: string = `${ROOT}key-server.js`

/** A connect middleware: for `node:http`, Vite, Express and the like. */
export interface KeyServer {
  /** Calls `next` for whatever is not the key server's. */
  (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void): void
  /**
   * The `keyServer` of simulated hosts in this very process, once a server with this middleware listens there. Keep it to yourself: it
   * holds the token.
   *
   * @param origin Of the server, `http://127.0.0.1:4100` for instance.
   * @throws {TypeError} This is no http or https address of this very machine.
   */
  readonly addressAt: (origin: string) => string
}

/** What a route answers. */
interface Answer {
  readonly status: number
  readonly type?: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * Takes public keys from pages of its own origin, and serves their documents to everyone on this machine. The token that publishing
 * needs is made here, once a run. A page of the server's own origin imports its `keyServer` from `/__haiilo-simulator/key-server.js`.
 *
 * @example
 * ```ts
 * const keyServer = createKeyServer()
 * createServer((request, response) => keyServer(request, response, () => servePage(request, response))).listen(4100)
 * ```
 */
export function createKeyServer(): KeyServer {
  const token = randomUUID()
  const documents = new Map<string, string>()

  function addressOf(own: string): string {
    return `${own}${KEYS}?token=${token}`
  }

  async function answer(request: IncomingMessage, url: URL, own: string): Promise<Answer> {
    if (url.pathname === KEY_SERVER_SCRIPT) return answerScript(request, own)
    if (url.pathname === KEYS) return takeKey(request, url, own)
    return answerDocument(request, url)
  }

  function answerScript(request: IncomingMessage, own: string): Answer {
    if (request.method !== 'GET') return { status: 405 }
    const { origin, 'sec-fetch-site': site } = request.headers
    if ((origin ?? own) !== own || (site ?? 'same-origin') !== 'same-origin') return { status: 403 }
    const body = `export const keyServer = ${JSON.stringify(addressOf(own))}\n`
    return { status: 200, type: 'text/javascript', body, headers: { 'cross-origin-resource-policy': 'same-origin' } }
  }

  async function takeKey(request: IncomingMessage, url: URL, own: string): Promise<Answer> {
    if (request.method !== 'POST') return { status: 405 }
    if (request.headers.origin !== own || !isSame(url.searchParams.get('token') ?? '', token)) return { status: 403 }
    const text = await readBody(request)
    if (text === undefined) return { status: 413 }
    const key = parsePublicKey(text)
    if (!key) return { status: 400 }
    const document = JSON.stringify(keyDocument(key))
    const name = createHash('sha256').update(document).digest('base64url')
    documents.delete(name)
    documents.set(name, document)
    for (const oldest of documents.keys()) if (documents.size > MAX_KEYS) documents.delete(oldest)
    return { status: 200, type: 'application/json', body: JSON.stringify({ jku: `${own}${KEYS}/${name}.jwk.json` }) }
  }

  function answerDocument({ method }: IncomingMessage, { pathname }: URL): Answer {
    const name = /^\/([\w-]+)\.jwk\.json$/.exec(pathname.slice(KEYS.length))?.[1]
    const body = pathname.startsWith(KEYS) && name ? documents.get(name) : undefined
    if (body === undefined) return { status: 404 }
    if (method !== 'GET') return { status: 405 }
    // public keys are for everyone, sandboxed frames included
    return { status: 200, type: 'application/json', body, headers: { 'access-control-allow-origin': '*' } }
  }

  function handle(request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void): void {
    const url = URL.parse(request.url ?? '', 'http://localhost')
    if (!url?.pathname.startsWith(ROOT)) return next()
    const own = ownOrigin(request)
    const answering = own ? answer(request, url, own) : Promise.resolve<Answer>({ status: 403 })
    answering
      .catch((): Answer => ({ status: 400 }))
      .then(({ status, type = 'text/plain', body = '', headers = {} }) => {
        // Vite lets every page on this machine read every answer; ours only the one that says so itself
        response.removeHeader('access-control-allow-origin')
        response.writeHead(status, {
          'content-type': type,
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          ...headers,
        })
        response.end(body)
      })
      .catch(next)
  }

  return Object.assign(handle, { addressAt: (origin: string) => addressOf(localOrigin(origin)) })
}

/** The origin that this request was sent to; `undefined` unless both it and the sender are on this very machine. */
function ownOrigin({ headers, socket }: IncomingMessage): string | undefined {
  const host = headers.host ?? headers[':authority']
  const here = /^(?:127(?:\.\d+){3}|::1|::ffff:127(?:\.\d+){3})$/.test(socket.remoteAddress ?? '')
  // a name that an attacker's server gives out for 127.0.0.1 does not count
  if (!here || typeof host !== 'string' || !LOCAL_HOST.test(host)) return undefined
  return `${'encrypted' in socket ? 'https' : 'http'}://${host}`
}

const LOCAL_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/

function localOrigin(address: string): string {
  const url = URL.parse(address)
  if (url && /^https?:$/.test(url.protocol) && LOCAL_HOST.test(url.host)) return url.origin
  throw new TypeError(
    'addressAt: this is no address of a server on this machine. Give its origin, http://127.0.0.1:4100.',
  )
}

/** Reads to the end, also what is too long: a connection with an unread rest would be of no use to the next request. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= MAX_BYTES) chunks.push(chunk)
  }
  return size <= MAX_BYTES ? Buffer.concat(chunks).toString('utf8') : undefined
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [given, token].map((text) => createHash('sha256').update(text).digest())
  return !!a && !!b && timingSafeEqual(a, b)
}
