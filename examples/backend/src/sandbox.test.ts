import { once } from 'node:events'
import { createServer, request as httpRequest, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { memoryStore, secretBox, toNodeHandler, type HaiiloBackend } from '@haiilo-kit/server'
import { createSandboxServer, type SandboxServer } from '@haiilo-kit/sandbox'
import { expect, it, onTestFinished } from 'vitest'
import { createApp } from './app.js'
import { createLunchBackend } from './create-lunch-backend.js'
import { backendManifest } from './manifest.js'

interface Scene {
  readonly sandbox: SandboxServer
  readonly backend: HaiiloBackend
}

/** The back end and the sandbox as an author runs them: two servers on this machine, and no option but `development`. */
async function startBoth(development = true): Promise<Scene> {
  const backend = createLunchBackend({
    store: memoryStore(),
    secrets: secretBox(`test:${Buffer.alloc(32, 1).toString('base64')}`),
    log: () => undefined,
    development,
  })
  const app = createApp(backend)
  const server = createServer(toNodeHandler((request) => app.fetch(request))).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const sandbox = await createSandboxServer({ port: 0 })
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await sandbox.close()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/haiilo/`
  const { lifecycle, apiAccess } = backendManifest
  const manifest = { lifecycle: { ...lifecycle, url }, apiAccess: { ...apiAccess, url } }
  sandbox.show({ manifest, manifestUrl: undefined, findings: [] })
  return { sandbox, backend }
}

/** Sends an event, as the page of the sandbox does. */
async function send({ sandbox }: Scene, event: string, instanceId?: string): Promise<unknown> {
  const { port } = sandbox
  const headers = { host: `home.localhost:${port}`, 'content-type': 'application/json' }
  const request = httpRequest({ host: '127.0.0.1', port, path: '/__sandbox/send', method: 'POST', headers })
  request.end(JSON.stringify({ event, instanceId }))
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  let text = ''
  for await (const chunk of response) text += String(chunk)
  return JSON.parse(text)
}

/** Waits for an event of the stream to the page. */
async function nextEntry({ sandbox }: Scene): Promise<() => Promise<unknown>> {
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  const { body } = await fetch(`http://127.0.0.1:${sandbox.port}/__sandbox/events`, { signal: stop.signal })
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  return async () => {
    for (let text = ''; ;) {
      const { value = '', done } = (await reader?.read()) ?? { done: true }
      if (done) throw new Error('The stream ended.')
      text += value
      const [, data] = /event: back-end\ndata: (.*)\n\n/.exec(text) ?? []
      if (data !== undefined) return JSON.parse(data) as unknown
    }
  }
}

it('accepts all events of the sandbox in the order of a host', async () => {
  const scene = await startBoth()
  const events = ['install', 'access_token', 'instance_add', 'instance_remove', 'uninstall']
  for (const event of events) {
    const instanceId = event.startsWith('instance_') ? 'w1' : undefined
    expect([event, await send(scene, event, instanceId)]).toMatchObject([event, { status: 201, verdict: 'accepted' }])
  }
})

it('makes the sandbox say that `instance_add` is sent again if it arrives before `install`', async () => {
  expect(await send(await startBoth(), 'instance_add', 'w1')).toMatchObject({
    status: 503,
    verdict: 'sent-again',
    explanation: expect.stringContaining('ERR_EVENT_EARLY') as unknown,
  })
})

it('refuses the sandbox in production', async () => {
  expect(await send(await startBoth(false), 'install')).toMatchObject({
    status: 401,
    explanation: expect.stringContaining('`development: true`') as unknown,
  })
})

it('redeems the code of the sandbox, and its notification arrives at the page', async () => {
  const scene = await startBoth()
  await send(scene, 'install')
  await send(scene, 'access_token')
  const entry = await nextEntry(scene)
  const issuer = `http://home.localhost:${scene.sandbox.port}`
  await scene.backend
    .haiiloApi({ issuer, tenantId: 'tenant-1', pluginId: 'plugin-1' })
    .notify({ recipientId: 'user-1', message: 'Lunch is ready', instanceId: 'w1' })
  expect(await entry()).toMatchObject({
    type: 'notification',
    tenant: 'first',
    instanceId: 'w1',
    recipient: 'user-1',
    text: 'Lunch is ready',
  })
})
