import { once } from 'node:events'
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createTokenVerifier } from '@haiilo-kit/core/token'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { SentEventEntry } from '../contract/back-end-entry.js'
import { closeServer, createSandboxServer, type SandboxServer } from './create-sandbox-server.js'
import { createTenants } from './create-tenants.js'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

interface Received {
  readonly url: string
  readonly type: string
  readonly token: string
}

/** A back end that answers all requests in the same way. */
async function startBackEnd(answer: Answer): Promise<{ readonly url: string; readonly received: Received[] }> {
  const received: Received[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const { url = '', headers } = request
      received.push({ url, type: headers['content-type'] ?? '', token: new URLSearchParams(body).get('token') ?? '' })
      answer(request, response)
    })
  })
  server.listen(0, '127.0.0.1')
  onTestFinished(async () => closeServer(server))
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/haiilo/`, received }
}

const withStatus =
  (status: number, body = ''): Answer =>
  (_, response) =>
    response.writeHead(status).end(body)

const EVENTS = ['install', 'uninstall', 'instance_add', 'instance_remove']

async function startSandbox(url: unknown, events: unknown = EVENTS): Promise<SandboxServer> {
  const sandbox = await createSandboxServer({ port: 0 })
  onTestFinished(async () => sandbox.close())
  const manifest = { entryPoints: [], lifecycle: { url, events }, apiAccess: { url } }
  sandbox.show({ manifest, manifestUrl: 'http://localhost:5173/lunch/manifest.json', findings: [] })
  return sandbox
}

/** Sends a request to the sandbox, with any headers. */
async function ask(
  { port }: SandboxServer,
  path: string,
  { method = 'GET', host = 'home.localhost', headers = {}, body = '' } = {},
): Promise<{ readonly status: number; readonly json: unknown; readonly cors: unknown }> {
  const request = httpRequest({
    host: '127.0.0.1',
    port,
    path,
    method,
    headers: { host: `${host}:${port}`, ...headers },
  })
  request.end(body)
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  let text = ''
  for await (const chunk of response) text += String(chunk)
  return {
    status: response.statusCode ?? 0,
    json: JSON.parse(text) as unknown,
    cors: response.headers['access-control-allow-origin'],
  }
}

const JSON_TYPE = { 'content-type': 'application/json' }

async function send(sandbox: SandboxServer, event: object, more: { host?: string; headers?: object } = {}) {
  const { host = 'home.localhost', headers = {} } = more
  return ask(sandbox, '/__sandbox/send', {
    ...{ method: 'POST', host, headers: { ...JSON_TYPE, ...headers } },
    body: JSON.stringify(event),
  })
}

async function sentEntry(sandbox: SandboxServer, event: object): Promise<SentEventEntry> {
  return (await send(sandbox, event)).json as SentEventEntry
}

describe('an event', () => {
  test.each([
    ['home.localhost', 'tenant-1'],
    ['second.localhost', 'tenant-2'],
  ])('of %s is a form with a token that the back end can verify over loopback', async (host, tenantId) => {
    const backEnd = await startBackEnd(withStatus(201, '{}'))
    const sandbox = await startSandbox(backEnd.url)
    const { json } = await send(sandbox, { event: 'instance_add', instanceId: 'w7' }, { host })
    const [{ url, type, token } = { url: '', type: '', token: '' }] = backEnd.received
    expect([url, type]).toEqual(['/haiilo/instance_add', expect.stringContaining('application/x-www-form-urlencoded')])
    // no `fetch` of the test: the key is loaded from the sandbox
    const verifier = createTokenVerifier({ development: true })
    const { issuer, claims } = await verifier.verify(token, { subject: 'instance_add', readContext: () => undefined })
    expect(issuer).toBe(`http://${host}:${sandbox.port}`)
    expect(claims).toMatchObject({ sub: 'instance_add', tenantId, pluginId: 'plugin-1', instanceId: 'w7' })
    expect(json).toMatchObject({
      status: 201,
      verdict: 'accepted',
      url: `${backEnd.url}instance_add`,
      claims: { tenantId },
    })
  })

  test('goes to a URL that is relative to the manifest', async () => {
    const sandbox = await startSandbox('haiilo/')
    expect(await sentEntry(sandbox, { event: 'install' })).toMatchObject({
      url: 'http://localhost:5173/lunch/haiilo/install',
    })
  })

  test('of API access shows no secret to the page', async () => {
    const backEnd = await startBackEnd(withStatus(201))
    const sandbox = await startSandbox(backEnd.url)
    const { json } = await send(sandbox, { event: 'access_token' })
    const payload = Buffer.from(backEnd.received[0]?.token.split('.')[1] ?? '', 'base64url').toString()
    const { client } = JSON.parse(payload) as { readonly client: Record<string, string> }
    expect(json).toMatchObject({ claims: { client: { client_secret: '(hidden)', authorization_code: '(hidden)' } } })
    for (const secret of [client['client_secret'], client['authorization_code']]) {
      expect(secret).toMatch(/^[\w-]{36}$/)
      expect(JSON.stringify(json)).not.toContain(secret)
    }
  })

  test.each([
    ['install', 201, '', 'installed'],
    ['install', 200, '', 'Only 201 is a success, not 200. The installation fails.'],
    ['install', 400, '{"code":400,"message":"No licence"}', 'The administrator sees: “No licence”'],
    ['install', 400, 'no', 'should be JSON with `code` and `message`'],
    ['install', 503, '{"code":503,"message":"Later"}', 'The installation fails. The administrator sees: “Later”'],
    ['uninstall', 503, '', 'cannot handle the event now. Haiilo Home sends the event again'],
    ['uninstall', 500, '', 'failed with the status 500. Haiilo Home sends the event again'],
    ['uninstall', 400, '{"message":"Busy"}', 'The reason in the answer: “Busy”'],
    ['uninstall', 400, `{"message":"${'x'.repeat(201)}"}`, 'longer than 200 characters'],
    ['access_token', 401, '', '`development: true`'],
    ['access_token', 404, '', 'must accept POST requests at /haiilo/access_token. The installation fails.'],
    ['install', 415, '', 'a form with the field `token`'],
    ['install', 302, '', 'redirects (302)'],
  ])('%s that is answered with %i %s: %4$s', async (event, status, body, text) => {
    const backEnd = await startBackEnd((_, response) =>
      response.writeHead(status, status === 302 ? { location: '/other' } : {}).end(body),
    )
    const entry = await sentEntry(await startSandbox(backEnd.url), { event })
    expect([entry.status, entry.body]).toEqual([status, body])
    expect(entry.explanation).toContain(text)
    expect(backEnd.received).toHaveLength(1)
  })

  test('says that no back end runs', async () => {
    const entry = await sentEntry(await startSandbox('http://127.0.0.1:9/haiilo/'), { event: 'install' })
    expect(entry).toMatchObject({ status: 0, verdict: 'installation-fails' })
    expect(entry.explanation).toMatch(/^No server answers at http:\/\/127\.0\.0\.1:9.*Is your back end running\?/)
  })

  test('says that the back end was too slow', async () => {
    const backEnd = await startBackEnd(() => undefined)
    const tenants = createTenants({
      ...{ port: () => 4400, accessTokenUrl: () => undefined, onEntry: () => undefined },
      timeout: 300,
    })
    const url = `${backEnd.url}uninstall`
    const entry = await tenants.send('first', { event: 'uninstall', instanceId: undefined, url })
    expect(entry.explanation).toBe(
      'Your back end did not answer within 0.3 seconds. Haiilo Home sends the event again, several times and in no fixed order.',
    )
  })

  test('reads only the start of a long answer', async () => {
    const backEnd = await startBackEnd(withStatus(500, 'x'.repeat(1_000_000)))
    expect((await sentEntry(await startSandbox(backEnd.url), { event: 'install' })).body).toHaveLength(4096)
  })
})

describe('a refused event', () => {
  const REFUSED = [
    ['a URL of the page', { event: 'install', url: 'http://127.0.0.1:9/' }, EVENTS.slice(1), {}, 400],
    ['an event that the manifest does not list', { event: 'uninstall' }, ['install'], {}, 400],
    ['an unknown event', { event: 'delete_all' }, EVENTS, {}, 400],
    ['no widget', { event: 'instance_add' }, EVENTS, {}, 400],
    ['an id that is not one of a widget', { event: 'instance_add', instanceId: '../x' }, EVENTS, {}, 400],
    ['another origin', { event: 'install' }, EVENTS, { headers: { origin: 'http://localhost:5173' } }, 403],
    ['a frame', { event: 'install' }, EVENTS, { headers: { origin: 'null', 'sec-fetch-site': 'cross-site' } }, 403],
    ['a form', { event: 'install' }, EVENTS, { headers: { 'content-type': 'text/plain' } }, 415],
    ['another host of this machine', { event: 'install' }, EVENTS, { host: 'localhost' }, 403],
    ['a foreign host', { event: 'install' }, EVENTS, { host: 'rebound.example.com' }, 403],
  ] as const

  test.each(REFUSED)('sends nothing for %s', async (_, event, events, more, status) => {
    const backEnd = await startBackEnd(withStatus(201))
    const answer = await send(await startSandbox(backEnd.url, events), event, more)
    expect([answer.status, backEnd.received]).toEqual([status, []])
  })

  const BAD_URLS = [undefined, null, 5, 'ftp://127.0.0.1/', 'http://', 'https://no-slash.example']

  test.each(BAD_URLS)('sends nothing if the URL in the manifest is %j', async (url) => {
    expect((await send(await startSandbox(url), { event: 'install' })).status).toBe(400)
  })

  test('sends nothing without `lifecycle`, and without a manifest', async () => {
    const sandbox = await startSandbox('http://127.0.0.1:9/')
    for (const manifest of [undefined, { entryPoints: [] }, { lifecycle: 'x', apiAccess: null }]) {
      sandbox.show({ manifest, manifestUrl: undefined, findings: [] })
      expect((await send(sandbox, { event: 'install' })).status).toBe(400)
    }
  })
})

describe('the key document', () => {
  test.each(['localhost', 'home.localhost'])('can be read by every origin at %s', async (host) => {
    const headers = { origin: 'null', 'sec-fetch-site': 'cross-site' }
    const answer = await ask(await startSandbox('haiilo/'), '/__sandbox/key.jwk.json', { host, headers })
    expect(answer).toMatchObject({ status: 200, cors: '*', json: { key: { kty: 'RSA' } } })
    expect(answer.json).not.toHaveProperty('key.d')
  })

  test('cannot be read through a foreign host', async () => {
    const options = { host: 'rebound.example.com' }
    expect((await ask(await startSandbox('haiilo/'), '/__sandbox/key.jwk.json', options)).status).toBe(403)
  })
})

describe('the API of a tenant', () => {
  const PATH = '/__sandbox/api/first/plugins/trigger-access-token'

  const BROWSERS = [{ origin: 'null' }, { origin: 'http://home.localhost' }, { 'sec-fetch-site': 'same-origin' }]

  test.each(BROWSERS)('refuses browsers: %j', async (headers) => {
    const backEnd = await startBackEnd(withStatus(201))
    const answer = await ask(await startSandbox(backEnd.url), PATH, { method: 'POST', headers })
    expect([answer.status, backEnd.received]).toEqual([403, []])
  })

  test('sends `access_token` again when the back end requests it', async () => {
    const answered = Promise.withResolvers<string>()
    const backEnd = await startBackEnd(({ url = '' }, response) => {
      response.writeHead(201).end()
      answered.resolve(url)
    })
    const sandbox = await startSandbox(backEnd.url)
    expect((await ask(sandbox, PATH, { method: 'POST', host: 'localhost' })).status).toBe(202)
    expect(await answered.promise).toBe('/haiilo/access_token')
  })

  test('answers 404 for other tenants', async () => {
    const path = PATH.replace('first', 'third')
    expect((await ask(await startSandbox('haiilo/'), path, { method: 'POST' })).status).toBe(404)
  })
})
