import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { GOOD } from './manifests.js'

/** A response of a server. A list is sent as several headers. */
export interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string | Uint8Array
}

/** The responses of a server by method and path: `GET /index.html`. A function answers the request itself. */
export type Replies = Readonly<Record<string, Reply | RequestListener>>

/** A request that a server has received. */
export interface ReceivedRequest {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A server of a plug-in on this machine. */
export interface PluginServer {
  readonly origin: string
  /** The URL of the manifest. */
  readonly manifest: string
  /** All requests, in the order in which they arrived. */
  readonly requests: readonly ReceivedRequest[]
}

/** A manifest with all addresses that the doctor checks. */
export const FULL_MANIFEST: string = GOOD.replace(
  '"entryPoints"',
  '"thumbnail": "icon.svg",\n  "lifecycle": { "url": "lifecycle/", "events": ["install", "uninstall"] },\n  "entryPoints"',
).replace('"height": 350', '"height": 350, "configUrl": "settings.html"')

export const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Lunch</title>
    <script type="module" crossorigin src="./assets/main-Bx3kQ9aZ.js"></script>
    <link rel="stylesheet" href="./assets/main-C8nU1w2f.css" />
  </head>
  <body><div id="app"></div></body>
</html>
`

export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-cache',
  'content-security-policy': 'frame-ancestors https://*.coyocloud.com',
} as const

export const SCRIPT_HEADERS = {
  'content-type': 'text/javascript',
  'cache-control': 'public, max-age=31536000, immutable',
  'access-control-allow-origin': '*',
} as const

export const STYLE_HEADERS = { ...SCRIPT_HEADERS, 'content-type': 'text/css' } as const

/** A plug-in without a fault. */
const HEALTHY: Replies = {
  'GET /manifest.json': { headers: { 'content-type': 'application/json' }, body: FULL_MANIFEST },
  'GET /index.html': { headers: PAGE_HEADERS, body: PAGE },
  'GET /settings.html': { headers: PAGE_HEADERS, body: PAGE },
  'GET /assets/main-Bx3kQ9aZ.js': { headers: SCRIPT_HEADERS, body: 'export {}' },
  'GET /assets/main-C8nU1w2f.css': { headers: STYLE_HEADERS, body: 'p { margin: 0 }' },
  'GET /icon.svg': { headers: { 'content-type': 'image/svg+xml' }, body: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
  'POST /lifecycle/install': { status: 400, headers: { 'content-type': 'application/json' }, body: '{"code":100}' },
}

/** Starts a plug-in without a fault, except for the given replies. It is closed after the test. */
export async function servePlugin(faults: Replies = {}): Promise<PluginServer> {
  const replies: Replies = { ...HEALTHY, ...faults }
  const requests: ReceivedRequest[] = []
  const server = createServer((request, response) => void answer(request, response))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  return { origin, manifest: `${origin}/manifest.json`, requests }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request
    requests.push({ method, url, headers, body: await text(request) })
    const reply = replies[`${method} ${url.split('?', 1).join('')}`] ?? { status: 404 }
    if (typeof reply === 'function') return reply(request, response)
    for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value)
    response.writeHead(reply.status ?? 200).end(reply.body)
  }
}
