import { memoryStore, secretBox } from '@haiilo-kit/server'
import { createSimulatedTenant } from '@haiilo-kit/simulator/back-end'
import { expect, it } from 'vitest'

import { createApp } from './app.ts'
import { createBackEnd } from './back-end.ts'

const ORIGIN = 'https://plugin.example.com'

/** The back end and a simulated tenant, which signs real tokens. Nothing is mocked. */
function createScene() {
  const tenant = createSimulatedTenant({
    fetch: (input, init) => Promise.resolve(app.fetch(new Request(input, init))),
  })
  const backend = createBackEnd({
    store: memoryStore(),
    secrets: secretBox(`test:${Buffer.alloc(32, 1).toString('base64')}`),
    trust: tenant.trust,
    fetch: tenant.fetch,
  })
  const app = createApp(backend)
  return {
    send: (event: 'install' | 'uninstall') => tenant.send(event, `${ORIGIN}/haiilo/`),
    me: async () => {
      const headers = { authorization: `Bearer ${await tenant.signUser()}` }
      return app.request(`${ORIGIN}/api/me`, { headers })
    },
  }
}

it('knows the users of tenants that have installed the plug-in', async () => {
  const { send, me } = createScene()
  expect((await me()).status).toBe(401)
  expect((await send('install')).verdict).toBe('accepted')
  expect(await (await me()).json()).toMatchObject({ userId: 'user-1' })
  await send('uninstall')
  expect((await me()).status).toBe(401)
})
