import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { memoryStore, secretBox, type HaiiloBackend } from '@haiilo-kit/server'
import { createSimulatedTenant, type SimulatedTenant } from '@haiilo-kit/simulator/back-end'
import { afterEach, describe, expect, it } from 'vitest'
import { createApp } from './app.js'
import { createLunchBackend } from './create-lunch-backend.js'
import { createExpressApp } from './recipes/express.js'
import { createFastifyApp } from './recipes/fastify.js'
import { netlifyConfig, netlifyFunction } from './recipes/netlify.js'
import { eventRoute, meRoute } from './recipes/next.js'

type Handler = (request: Request) => Response | Promise<Response>

const ORIGIN = 'https://lunch.example.com'
const cleanUps: (() => unknown)[] = []

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
})

async function createScene(start: (backend: HaiiloBackend) => Handler | Promise<Handler>) {
  const tenant: SimulatedTenant = createSimulatedTenant({
    fetch: async (input, init) => handler(new Request(input, init)),
  })
  const backend = createLunchBackend({
    store: memoryStore(),
    secrets: secretBox(`test:${Buffer.alloc(32, 1).toString('base64')}`),
    trust: tenant.trust,
    fetch: tenant.fetch,
    log: () => undefined,
  })
  const handler = await start(backend)
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const authorization = `Bearer ${await tenant.signUser()}`
    return handler(new Request(ORIGIN + path, { ...init, headers: { authorization, ...init.headers } }))
  }
  return {
    tenant,
    ask,
    send: (event: 'install' | 'uninstall' | 'access_token', format: 'form' | 'json' = 'form') =>
      tenant.send(event, `${ORIGIN}/haiilo/`, { format }),
  }
}

/** Serves a listener, and returns a handler that sends requests to it. */
async function served(listener: RequestListener): Promise<Handler> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanUps.push(
    () => server.closeAllConnections(),
    () => server.close(),
  )
  const { port } = server.address() as AddressInfo
  return async (request) => {
    const { pathname } = new URL(request.url)
    return fetch(new Request(`http://127.0.0.1:${port}${pathname}`, request))
  }
}

const recipes: readonly (readonly [string, (backend: HaiiloBackend) => Handler | Promise<Handler>])[] = [
  ['Hono', (backend) => createApp(backend).fetch],
  ['Express', (backend) => served(createExpressApp(backend))],
  [
    'Fastify',
    async (backend) => {
      const app = createFastifyApp(backend)
      await app.ready()
      cleanUps.push(() => app.close())
      return served((request, response) => app.routing(request, response))
    },
  ],
  [
    'Next.js',
    (backend) => {
      const [events, me] = [eventRoute(backend), meRoute(backend)]
      return (request) =>
        request.method === 'POST'
          ? events.POST(request)
          : request.method === 'OPTIONS'
            ? me.OPTIONS(request)
            : me.GET(request)
    },
  ],
  ['Netlify', netlifyFunction],
]

describe.each(recipes)('with %s', (_, start) => {
  it('events install and uninstall the plug-in, as a form and as JSON', async () => {
    const { send, ask } = await createScene(start)
    expect((await ask('/api/me')).status).toBe(401)
    expect(await send('install', 'json')).toMatchObject({ status: 201 })
    const response = await ask('/api/me')
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
    expect(await response.json()).toMatchObject({ userId: 'user-1' })
    expect(await send('uninstall')).toMatchObject({ status: 201 })
    expect((await ask('/api/me')).status).toBe(401)
  })

  it('preflight requests are answered', async () => {
    const { ask } = await createScene(start)
    const headers = { 'access-control-request-method': 'GET', origin: 'null' }
    const response = await ask('/api/me', { method: 'OPTIONS', headers })
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([204, '*'])
  })
})

describe('the example', () => {
  it('sends a notification to the user who asks', async () => {
    const { tenant, send, ask } = await createScene((backend) => createApp(backend).fetch)
    await send('install')
    await send('access_token')
    const response = await ask('/api/notify', { method: 'POST', body: JSON.stringify({ instanceId: 'widget-1' }) })
    expect(response.status).toBe(201)
    expect(tenant.notifications).toMatchObject([{ instanceId: 'widget-1', body: { recipientId: 'user-1' } }])
    expect((await ask('/api/notify', { method: 'POST', body: '{}' })).status).toBe(400)
  })

  it('names the paths of a Netlify function', async () => {
    let paths: readonly string[] = []
    await createScene((backend) => {
      paths = netlifyConfig(backend).path
      return backend
    })
    expect(paths).toContain('/haiilo/install')
  })
})
