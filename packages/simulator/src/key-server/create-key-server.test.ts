import {
  createServer as createHttpServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type Server,
} from 'node:http'
import { haiiloTrust, verifyToken } from '@haiilo-kit/core/token'
import { exportJWK, generateKeyPair } from 'jose'
import { createServer, preview, type PreviewServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSimulatedHost } from '../host/create-simulated-host.js'
import { haiiloSimulator } from '../vite/haiilo-simulator.js'
import { createKeyServer } from './index.js'

const settings = {
  configFile: false,
  root: import.meta.dirname,
  base: '/app/',
  logLevel: 'silent',
  clearScreen: false,
} as const

const keyServer = createKeyServer()
let key: string
let origin: string

beforeAll(async () => {
  const { publicKey } = await generateKeyPair('RS512')
  key = JSON.stringify(await exportJWK(publicKey))
})

interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** Sends a request with any Host and Origin headers, which `fetch` does not allow. */
function send(url: string, { method = 'GET', headers = {}, body = '' } = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { hostname, port, pathname, search } = new URL(url, origin)
    const request = httpRequest({ hostname, port, path: pathname + search, method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    request.on('error', reject)
    request.end(body)
  })
}

async function readKeyServer(): Promise<string> {
  const { text } = await send('/__haiilo-simulator/key-server.js')
  const [, json] = /^export const keyServer = (".*")\n$/.exec(text) ?? []
  return String(JSON.parse(json ?? 'null'))
}

function publish(url: string, options: { headers?: Record<string, string>; body?: string } = {}): Promise<Reply> {
  return send(url, { method: 'POST', body: key, ...options, headers: { origin, ...options.headers } })
}

function jkuIn({ text }: Reply): string {
  return (JSON.parse(text) as { jku: string }).jku
}

type Started = ViteDevServer | PreviewServer | { readonly httpServer: Server; readonly close: () => unknown }

/** Starts a server without Vite. It answers 404 outside of the key server. */
async function startNode(): Promise<Started> {
  const httpServer = createHttpServer((request, response) => {
    keyServer(request, response, () => response.writeHead(404).end())
  })
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve))
  return { httpServer, close: () => httpServer.close() }
}

function originOf({ httpServer }: Started): string {
  const address = httpServer?.address()
  if (typeof address !== 'object' || !address) throw new Error('the server has no port')
  return `http://127.0.0.1:${address.port}`
}

describe.each<[string, () => Promise<Started>]>([
  ['node:http', startNode],
  [
    'vite dev',
    async () =>
      (
        await createServer({
          ...settings,
          plugins: [haiiloSimulator()],
          server: { host: '127.0.0.1', port: 0, allowedHosts: true, ws: false, watch: null },
        })
      ).listen(),
  ],
  [
    'vite preview',
    () =>
      preview({
        ...settings,
        plugins: [haiiloSimulator()],
        preview: { host: '127.0.0.1', port: 0, allowedHosts: true },
      }),
  ],
])('the key server of %s', (_, start) => {
  let server: Started

  beforeAll(async () => {
    server = await start()
    origin = originOf(server)
  })

  afterAll(() => server.close())

  it('accepts a public key and serves it to every origin as a key document', async () => {
    const published = await publish(await readKeyServer())
    expect(published.status).toBe(200)
    expect(jkuIn(published)).toMatch(new RegExp(`^${origin}/__haiilo-simulator/keys/[\\w-]+\\.jwk\\.json$`))

    const { status, headers, text } = await send(jkuIn(published), { headers: { origin: 'null' } })
    const { kty, n, e } = JSON.parse(key) as Record<string, string>
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    expect(JSON.parse(text)).toEqual({
      alg: { name: 'RSASSA-PKCS1-v1_5', hash: { name: 'SHA-512' } },
      key: { kty, n, e, alg: 'RS512', use: 'sig' },
    })
  })

  it('lets no browser keep the response for a document that does not exist', async () => {
    const { status, headers } = await send(`${origin}/__haiilo-simulator/keys/none.jwk.json`)
    expect([status, headers['cache-control']]).toEqual([404, 'no-store'])
  })

  it('returns the same URL for the same key', async () => {
    const keyServer = await readKeyServer()
    expect(jkuIn(await publish(keyServer))).toBe(jkuIn(await publish(keyServer)))
  })

  it('allows other origins to read only key documents', async () => {
    const keyServer = await readKeyServer()
    const replies = [
      await publish(keyServer),
      await send('/__haiilo-simulator/key-server.js'),
      await send('/__haiilo-simulator/none'),
    ]
    expect(replies.map(({ headers }) => headers['access-control-allow-origin'])).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(replies[1]?.headers['cross-origin-resource-policy']).toBe('same-origin')
  })

  it.each([
    ['no token', () => '', {}],
    ['a wrong token', () => '?token=wrong', {}],
    ['another origin', (token: string) => token, { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed frame', (token: string) => token, { origin: 'null' }],
    ['no origin', (token: string) => token, { origin: '' }],
    ['another host', (token: string) => token, { host: 'evil.test', origin: 'http://evil.test' }],
    [
      'a host name that starts with localhost',
      (token: string) => token,
      { host: 'localhost.evil.test', origin: 'http://localhost.evil.test' },
    ],
  ])('refuses to publish for %s', async (_, query, headers) => {
    const { search } = new URL(await readKeyServer())
    const { status, text } = await publish(`/__haiilo-simulator/keys${query(search)}`, { headers })
    expect([status, text]).toEqual([403, ''])
  })

  it.each([
    ['from another origin', { origin: 'http://127.0.0.1:1' }],
    ['from a sandboxed frame', { origin: 'null' }],
    ['as a classic script of another site', { 'sec-fetch-site': 'cross-site' }],
    ['from another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['with a host name that points to this machine', { host: 'evil.test' }],
  ])('refuses the token to a request %s', async (_, headers) => {
    const { status, text } = await send('/__haiilo-simulator/key-server.js', { headers })
    expect([status, text]).toEqual([403, ''])
  })

  it('refuses values that are not public RSA keys, and bodies that are too long', async () => {
    const keyServer = await readKeyServer()
    expect((await publish(keyServer, { body: '{"kty":"oct","k":"AAAA"}' })).status).toBe(400)
    expect((await publish(keyServer, { body: ' '.repeat(1024 * 1024) + key })).status).toBe(413)
  })

  it('answers a wrong method with 405 and an unknown path with 404', async () => {
    expect((await send('/__haiilo-simulator/keys')).status).toBe(405)
    expect((await publish('/__haiilo-simulator/key-server.js')).status).toBe(405)
    expect((await publish(jkuIn(await publish(await readKeyServer())))).status).toBe(405)
    expect((await send('/__haiilo-simulator/keys/none.jwk.json')).status).toBe(404)
    expect((await send('/__haiilo-simulator/')).status).toBe(404)
  })

  it('keeps at most 64 keys and drops the oldest', async () => {
    const keyServer = await readKeyServer()
    const first = jkuIn(await publish(keyServer))
    const { n, ...rest } = JSON.parse(key) as { n: string }
    for (let count = 0; count < 64; count += 1) {
      const other = JSON.stringify({ ...rest, n: n.slice(0, 100) + String(1000 + count) + n.slice(104) })
      expect((await publish(keyServer, { body: other })).status).toBe(200)
    }
    expect((await send(first)).status).toBe(404)
  })
})

describe('a simulated host in Node', () => {
  it('publishes to a key server of its own process, so that its tokens can be verified', async () => {
    const server = await startNode()
    const tenant = originOf(server)
    const home = createSimulatedHost({ tenant, keyServer: keyServer.addressAt(tenant) })
    const { source, transport } = home.connect()
    const answer = new Promise<string>((resolve) => {
      transport.listen({ restored: () => undefined, message: ({ data }) => resolve(String(data)) })
    })
    transport.post({ iss: source, sub: 'init', jti: 'n' }, '*')
    const { context } = await verifyToken(await answer, { trust: haiiloTrust(), development: true })
    expect(context.userName).toBe('Ada')
    for (const each of [home, server]) each.close()
  })

  it.each(['ftp://localhost', 'https://home.haiilo.test', 'nothing'])(
    'gets no address for the origin %s',
    (address) => {
      expect(() => keyServer.addressAt(address)).toThrow(TypeError)
    },
  )
})
