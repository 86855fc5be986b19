import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, request as httpRequest, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { secretBox, sqliteStore, toNodeHandler, type HaiiloBackend, type LogEntry } from '@haiilo-kit/server'
import { createSimulatedTenant, type SimulatedTenant } from '@haiilo-kit/simulator/back-end'
import express from 'express'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createApp } from '../app.js'
import { createLunchBackend } from '../create-lunch-backend.js'
import { createExpressApp } from './express.js'
import { createFastifyApp } from './fastify.js'
import { config, netlifyFunction } from './netlify.js'
import { eventRoute, meRoute } from './next.js'

type Start = (backend: HaiiloBackend) => RequestListener | Promise<RequestListener>

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly text: string
}

const cleanUps: (() => unknown)[] = []

afterEach(async () => {
  vi.unstubAllEnvs()
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp()
})

const BEHIND_PARSERS = 'Express, behind its body parsers'

const recipes: Readonly<Record<string, Start>> = {
  Hono(backend) {
    const app = createApp(backend)
    return toNodeHandler((request) => app.fetch(request))
  },
  Express: createExpressApp,
  [BEHIND_PARSERS]: (backend) => express().use(express.json(), express.urlencoded()).use(createExpressApp(backend)),
  async Fastify(backend) {
    const app = createFastifyApp(backend)
    await app.ready()
    cleanUps.push(() => app.close())
    return (request, response) => app.routing(request, response)
  },
  // `pnpm check:consumers next` runs it in Next.js
  'Next.js'(backend) {
    const me = meRoute(backend)
    return toNodeHandler((request) => {
      if (new URL(request.url).pathname !== '/api/me') return eventRoute(backend).POST(request)
      return request.method === 'OPTIONS' ? me.OPTIONS(request) : me.GET(request)
    })
  },
  Netlify: (backend) => toNodeHandler(netlifyFunction(backend)),
}

/** Serves a recipe on a port, with a database in a file. */
async function serve(start: Start): Promise<{
  readonly tenant: SimulatedTenant
  readonly origin: string
  readonly log: readonly LogEntry[]
}> {
  const folder = mkdtempSync(join(tmpdir(), 'haiilo-recipe-'))
  const tenant = createSimulatedTenant()
  const log: LogEntry[] = []
  const backend = createLunchBackend({
    store: sqliteStore(join(folder, 'haiilo.db')),
    secrets: secretBox(`test:${Buffer.alloc(32, 1).toString('base64')}`),
    trust: tenant.trust,
    fetch: tenant.fetch,
    log: (entry) => log.push(entry),
    bodyTimeout: 100,
  })
  const server = createServer(await start(backend)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanUps.push(
    () => rmSync(folder, { recursive: true, force: true }),
    () => backend.close(),
    () => server.closeAllConnections(),
    () => server.close(),
  )
  return { tenant, log, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

interface Sent {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Several parts are sent in chunks, without a length. */
  readonly body?: string | Buffer | readonly string[]
  readonly isIncomplete?: boolean
}

async function send(url: string, { method = 'POST', headers = {}, body = '', isIncomplete }: Sent): Promise<Answer> {
  const request = httpRequest(url, { method, headers: { ...headers }, agent: false })
  for (const part of Array.isArray(body) ? (body as readonly string[]) : []) request.write(part)
  if (typeof body === 'string' || body instanceof Buffer) request.write(body)
  if (!isIncomplete) request.end()
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  response.setEncoding('utf8')
  let text = ''
  for await (const part of response) text += String(part)
  request.destroy()
  return { status: response.statusCode ?? 0, headers: response.headers, text }
}

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const json = { 'content-type': 'application/json' }

describe.each(Object.entries(recipes))('%s', (_name, start) => {
  it.each(['development', 'production'])(
    'installs the plug-in, knows its users, and uninstalls it, in %s',
    async (mode) => {
      vi.stubEnv('NODE_ENV', mode)
      const { tenant, origin, log } = await serve(start)
      const me = async (): Promise<Answer> =>
        send(`${origin}/api/me`, { method: 'GET', headers: { authorization: `Bearer ${await tenant.signUser()}` } })
      expect((await me()).status).toBe(401)
      const asForm = `token=${await tenant.signEvent('install')}`
      const half = asForm.length / 2
      const parts = [asForm.slice(0, half), asForm.slice(half)]
      expect(await send(`${origin}/haiilo/install`, { headers: form, body: parts })).toMatchObject({ status: 201 })
      const add = JSON.stringify({ token: await tenant.signEvent('instance_add') })
      expect(await send(`${origin}/haiilo/instance_add`, { headers: json, body: add })).toMatchObject({ status: 201 })
      const answer = await me()
      expect([answer.status, JSON.parse(answer.text)]).toEqual([200, expect.objectContaining({ userId: 'user-1' })])
      expect(answer.headers['access-control-allow-origin']).toBe('*')
      const last = `token=${await tenant.signEvent('uninstall')}`
      expect(await send(`${origin}/haiilo/uninstall`, { headers: form, body: last })).toMatchObject({ status: 201 })
      expect((await me()).status).toBe(401)
      expect(JSON.stringify(log)).not.toMatch(/eyJ/)
    },
  )

  it('answers preflight requests, and errors that the plug-in can read', async () => {
    const { origin } = await serve(start)
    const preflight = await send(`${origin}/api/me`, {
      method: 'OPTIONS',
      headers: {
        origin: 'null',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    })
    expect([preflight.status, preflight.headers['access-control-allow-origin']]).toEqual([204, '*'])
    expect(preflight.headers['access-control-allow-headers']).toContain('Authorization')
    const refused = await send(`${origin}/api/me`, { method: 'GET', headers: { origin: 'null' } })
    expect([refused.status, refused.text]).toEqual([401, '{"error":"ERR_TOKEN_MISSING"}'])
    expect(refused.headers['access-control-allow-origin']).toBe('*')
    expect(refused.headers['access-control-allow-credentials']).toBeUndefined()
  })
})

// body parsers in front would answer before the back end does
const direct = Object.entries(recipes).filter(([name]) => name !== BEHIND_PARSERS)

describe.each(direct)('%s', (_name, start) => {
  it.each<[string, Sent, number, string]>([
    ['without a type', { body: 'token=a' }, 415, 'ERR_CONTENT_TYPE'],
    ['as text', { headers: { 'content-type': 'text/plain' }, body: 'token=a' }, 415, 'ERR_CONTENT_TYPE'],
    [
      'with files',
      { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--' },
      415,
      'ERR_CONTENT_TYPE',
    ],
    ['with nothing', { headers: form }, 400, 'ERR_BODY_MALFORMED'],
    ['with two tokens', { headers: form, body: 'token=a&token=b' }, 400, 'ERR_TOKEN_AMBIGUOUS'],
    ['with broken JSON', { headers: json, body: '{"token":' }, 400, 'ERR_BODY_MALFORMED'],
    ['in UTF-16', { headers: json, body: Buffer.from('{"token":"a"}', 'utf16le') }, 400, 'ERR_BODY_MALFORMED'],
    ['with a token that is none', { headers: form, body: 'token=secret-text' }, 401, 'ERR_TOKEN_MALFORMED'],
    ['that is too large', { headers: form, body: `token=${'a'.repeat(65_531)}` }, 413, 'ERR_BODY_TOO_LARGE'],
    [
      'that is too large in chunks',
      { headers: form, body: Array<string>(70).fill('a'.repeat(1000)) },
      413,
      'ERR_BODY_TOO_LARGE',
    ],
    [
      'that is compressed',
      { headers: { ...form, 'content-encoding': 'gzip' }, body: gzipSync('a'.repeat(10_000_000)) },
      415,
      'ERR_BODY_ENCODED',
    ],
    ['that never ends', { headers: form, body: ['token='], isIncomplete: true }, 408, 'ERR_BODY_TIMEOUT'],
  ])('refuses a body %s with a code', async (_, sent, status, code) => {
    const { origin, log } = await serve(start)
    const answer = await send(`${origin}/haiilo/install`, sent)
    expect([answer.status, answer.text]).toEqual([status, `{"code":${status},"message":"The event failed: ${code}"}`])
    expect(JSON.stringify(log)).not.toContain('secret-text')
  })
})

describe('the configuration of the Netlify function', () => {
  it('names all paths of the back end', async () => {
    let paths: readonly string[] = []
    await serve((backend) => {
      paths = backend.paths
      return toNodeHandler(backend)
    })
    expect(config.path).toEqual([...paths, '/api/me'])
  })

  it('is a literal, because Netlify does not run the file to read it', () => {
    const source = readFileSync(new URL('netlify.ts', import.meta.url), 'utf8')
    expect(source).toMatch(/^export const config = \{\s*path: \[(?:\s*'[^']+',?)+\s*\],?\s*\}$/m)
  })
})
