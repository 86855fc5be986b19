import { memoryStore, secretBox, type HaiiloBackend } from '@haiilo-kit/server'
import { createSimulatedTenant } from '@haiilo-kit/simulator/back-end'
import { expect, it } from 'vitest'
import { createApp } from './app.js'
import { createLunchBackend } from './create-lunch-backend.js'

const ORIGIN = 'https://lunch.example.com'

async function createScene() {
  const tenant = createSimulatedTenant({ fetch: async (input, init) => app.fetch(new Request(input, init)) })
  const backend: HaiiloBackend = createLunchBackend({
    store: memoryStore(),
    secrets: secretBox(`test:${Buffer.alloc(32, 1).toString('base64')}`),
    trust: tenant.trust,
    fetch: tenant.fetch,
    log: () => undefined,
  })
  const app = createApp(backend)
  await tenant.send('install', `${ORIGIN}/haiilo/`)
  await tenant.send('access_token', `${ORIGIN}/haiilo/`)
  const notify = async (body: string): Promise<Response> => {
    const headers = { authorization: `Bearer ${await tenant.signUser()}` }
    return app.fetch(new Request(`${ORIGIN}/api/notify`, { method: 'POST', headers, body }))
  }
  return { tenant, notify }
}

it('sends a notification to the user who asks', async () => {
  const { tenant, notify } = await createScene()
  expect((await notify(JSON.stringify({ instanceId: 'widget-1' }))).status).toBe(201)
  expect(tenant.notifications).toMatchObject([{ instanceId: 'widget-1', body: { recipientId: 'user-1' } }])
})

it.each([
  ['without a widget', '{}', 400, 'no-instance'],
  ['with null', 'null', 400, 'no-instance'],
  ['with broken JSON', '{', 400, 'no-instance'],
  ['that is too large', JSON.stringify({ instanceId: 'x'.repeat(20_000) }), 413, 'too-large'],
])('refuses a body %s, readable by the plug-in', async (_, body, status, error) => {
  const { tenant, notify } = await createScene()
  const response = await notify(body)
  expect([response.status, await response.json()]).toEqual([status, { error }])
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(tenant.notifications).toEqual([])
})
