import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createScene, manifest, sharedTenant } from '../../test/scene.js'
import {
  createHaiiloBackend,
  memoryStore,
  sqliteStore,
  type BackendManifest,
  type HaiiloStore,
  type Lease,
} from '../index.js'

const store = memoryStore()
const lifecycle = manifest.lifecycle!

describe('createHaiiloBackend', () => {
  it('takes its paths from the manifest', async () => {
    const { backend } = await createScene({ healthPath: '/ready' })
    expect(backend.paths).toEqual([
      '/haiilo/install',
      '/haiilo/uninstall',
      '/haiilo/instance_add',
      '/haiilo/instance_remove',
      '/haiilo/access_token',
      '/ready',
    ])
  })

  it.each([
    ['https://lunch.example.com/', '/install'],
    ['https://lunch.example.com/a/b/', '/a/b/install'],
    ['https://lunch.example.com:8443/haiilo/', '/haiilo/install'],
    // the host appends the name of the event to the text
    ['https://lunch.example.com/haiilo', '/haiiloinstall'],
    ['https://lunch.example.com/h\u00fctte/', '/h%C3%BCtte/install'],
    ['/haiilo/', '/haiilo/install'],
    ['/', '/install'],
    ['haiilo/', '/haiilo/install'],
  ])('takes the path of events from lifecycle.url %s', async (url, path) => {
    const { backend } = await createScene({ manifest: { lifecycle: { ...lifecycle, url } } })
    expect(backend.paths[0]).toBe(path)
    const answered = await backend(new Request(new URL(path, 'https://lunch.example.com'), { method: 'POST' }))
    expect(await answered.json()).toEqual({ code: 415, message: 'The event failed: ERR_CONTENT_TYPE' })
  })

  it.each<[string, BackendManifest]>([
    ['with the event in the query', { lifecycle: { ...lifecycle, url: 'https://lunch.example.com/haiilo?event=' } }],
    ['with the event in the fragment', { lifecycle: { ...lifecycle, url: 'https://lunch.example.com/haiilo#' } }],
    ['without lifecycle events', {}],
    ['without install', { lifecycle: { ...lifecycle, events: ['uninstall'] } }],
    ['without uninstall', { lifecycle: { ...lifecycle, events: ['install'] } }],
    ['with an URL that is none', { lifecycle: { ...lifecycle, url: 'https://:' } }],
    ['with two equal events', { lifecycle: { ...lifecycle, events: ['install', 'uninstall', 'install'] } }],
    ['with apiAccess but without secrets', manifest],
  ])('refuses a manifest %s', (_, wrong) => {
    expect(() => createHaiiloBackend({ manifest: wrong, store })).toThrow(TypeError)
  })
})

describe('/healthz', () => {
  it('queries the store', async () => {
    const scene = await createScene()
    const health = (): Promise<Response> => scene.backend(new Request('https://lunch.example.com/healthz'))
    expect([(await health()).status, await (await health()).json()]).toEqual([200, { status: 'ok' }])
    vi.spyOn(scene.store, 'ping').mockRejectedValue(new Error('down'))
    expect((await health()).status).toBe(500)
    expect(scene.log.at(-1)).toEqual({ level: 'error', action: 'health', code: 'ERR_UNEXPECTED', status: 500 })
    expect(scene.reports).toEqual([new Error('down')])
  })

  it('accepts GET and HEAD only', async () => {
    const { backend } = await createScene()
    const ask = (method: string): Promise<Response> =>
      backend(new Request('https://lunch.example.com/healthz', { method }))
    expect((await ask('HEAD')).status).toBe(200)
    const refused = await ask('POST')
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

  it('answers 503 if the store does not answer', async () => {
    const scene = await createScene()
    vi.spyOn(scene.store, 'ping').mockReturnValue(new Promise(() => undefined))
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const answer = scene.backend(new Request('https://lunch.example.com/healthz'))
    await vi.advanceTimersByTimeAsync(5000)
    expect((await answer).status).toBe(503)
  })
})

describe('a store that can be read, but not written', () => {
  const installation = { issuer: 'https://home.example.com', tenantId: 'nobody', pluginId: 'plugin-1' }

  /** Makes the database larger until it refuses to grow, as on a full disk. */
  async function fill(full: HaiiloStore): Promise<readonly Lease[]> {
    const lease = await full.acquire('limit', 60_000)
    const limit = { sql: 'pragma max_page_count = 20', parameters: [] }
    if (lease) await full.commit(lease, { type: 'uninstall', installation, eventAt: 1 }, [limit])
    const leases: Lease[] = []
    for (const size of [1000, 10])
      for (;;) {
        const next = await full.acquire(`${leases.length} ${'x'.repeat(size)}`, 60_000).catch(() => undefined)
        if (!next) break
        leases.push(next)
      }
    return leases
  }

  it('still verifies users, answers 503 to all events, and says so at /healthz until it can be written again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'haiilo-full-'))
    const scene = await createScene({ store: sqliteStore(join(folder, 'haiilo.db')) })
    onTestFinished(async () => {
      await scene.store.close()
      rmSync(folder, { recursive: true })
    })
    const health = async (): Promise<unknown> => {
      const response = await scene.backend(new Request('https://lunch.example.com/healthz'))
      return [response.status, await response.json()]
    }
    vi.useFakeTimers({ toFake: ['performance'] })
    onTestFinished(() => void vi.useRealTimers())
    expect(await health()).toEqual([200, { status: 'ok' }])
    await scene.send('install')
    const leases = await fill(scene.store)

    const events = ['install', 'uninstall', 'instance_add', 'instance_remove', 'access_token'] as const
    for (const event of events) expect(await scene.send(event, { instanceId: 'i' })).toMatchObject({ status: 503 })
    expect(await scene.backend.verifyPluginToken(await scene.tenant.sign())).toMatchObject({ userId: 'user-1' })
    vi.advanceTimersByTime(30_000)
    scene.reports.length = 0
    scene.log.length = 0
    // many requests at once make one attempt
    const answers = await Promise.all([health(), health(), health()])
    expect(answers).toEqual(Array(3).fill([200, { status: 'read-only' }]))
    expect(scene.reports).toMatchObject([
      { code: 'ERR_STORE_UNAVAILABLE', cause: { message: 'database or disk is full' } },
    ])
    expect(scene.log).toEqual([{ level: 'error', action: 'health', code: 'ERR_STORE_UNAVAILABLE', status: 200 }])

    for (const lease of leases) await scene.store.release(lease)
    vi.advanceTimersByTime(30_000)
    expect(await health()).toEqual([200, { status: 'ok' }])
    expect(await scene.send('instance_add', { instanceId: 'i' })).toMatchObject({ status: 201 })
  })

  it('is one that does not answer in time', async () => {
    const scene = await createScene()
    vi.spyOn(scene.store, 'commit').mockReturnValue(new Promise(() => undefined))
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const answer = scene.backend(new Request('https://lunch.example.com/healthz'))
    await vi.advanceTimersByTimeAsync(5000)
    expect(await (await answer).json()).toEqual({ status: 'read-only' })
  })

  it('is not one to which another process is writing', async () => {
    const scene = await createScene()
    await scene.store.acquire('health', 60_000)
    const response = await scene.backend(new Request('https://lunch.example.com/healthz'))
    expect(await response.json()).toEqual({ status: 'ok' })
  })
})

describe('a failure of the store', () => {
  it('reaches onError with its cause, and no answer and no log', async () => {
    const scene = await createScene({ store: sqliteStore('/missing-folder/haiilo.db') })
    const health = await scene.backend(new Request('https://lunch.example.com/healthz'))
    expect(await scene.send('install')).toMatchObject({ status: 503 })
    const token = await scene.tenant.sign()
    await scene.backend.verifyPluginToken(token).catch(() => undefined)
    const failure = {
      code: 'ERR_STORE_UNAVAILABLE',
      message: expect.stringContaining('/missing-folder/haiilo.db') as string,
      cause: { message: 'unable to open database file' },
    }
    expect(scene.reports).toMatchObject([failure, failure, failure])
    expect((await health.text()) + JSON.stringify(scene.log)).not.toContain('missing-folder')
  })
})

describe('close', () => {
  it('finishes running requests, refuses new ones with 503, and then closes the store', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>()
    const install = vi.fn(() => promise)
    const scene = await createScene({ on: { install } })
    const closeStore = vi.spyOn(scene.store, 'close')
    const running = scene.send('install')
    await expect.poll(() => install.mock.calls.length).toBe(1)
    const closed = scene.backend.close()
    expect(await scene.send('uninstall')).toMatchObject({ status: 503, body: { error: 'ERR_SHUTTING_DOWN' } })
    expect((await scene.backend(new Request('https://lunch.example.com/healthz'))).status).toBe(503)
    await expect(scene.backend.verifyPluginToken('a.b.c')).rejects.toMatchObject({ code: 'ERR_SHUTTING_DOWN' })
    expect(closeStore).not.toHaveBeenCalled()
    resolve(undefined)
    expect(await running).toMatchObject({ status: 201 })
    await closed
    expect(closeStore).toHaveBeenCalledTimes(1)
  })

  it('waits for a handler that was answered as too late', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>()
    const scene = await createScene({ on: { install: () => promise }, handlerTimeout: 10 })
    const closeStore = vi.spyOn(scene.store, 'close')
    expect(await scene.send('install')).toMatchObject({ status: 400 })
    const closed = scene.backend.close()
    await new Promise((next) => setImmediate(next))
    expect(closeStore).not.toHaveBeenCalled()
    resolve(undefined)
    await closed
    expect(closeStore).toHaveBeenCalledTimes(1)
  })

  it('closes the store once, however often it is called', async () => {
    const scene = await createScene()
    const closeStore = vi.spyOn(scene.store, 'close')
    await Promise.all([scene.backend.close(), scene.backend.close()])
    await scene.backend.close()
    expect(closeStore).toHaveBeenCalledTimes(1)
  })

  it('ends even if the store does not confirm it', async () => {
    const scene = await createScene()
    vi.spyOn(scene.store, 'close').mockReturnValue(new Promise(() => undefined))
    await scene.backend.close({ timeout: 10 })
    expect(scene.log.at(-1)).toEqual({ level: 'info', action: 'close' })
  })

  it('does not wait longer than its timeout', async () => {
    const install = vi.fn(() => new Promise<undefined>(() => undefined))
    const scene = await createScene({ on: { install } })
    void scene.send('install')
    await expect.poll(() => install.mock.calls.length).toBe(1)
    await scene.backend.close({ timeout: 10 })
    expect(scene.log.at(-1)).toEqual({ level: 'info', action: 'close' })
  })
})

describe('callbacks of the application', () => {
  const throwing = (): never => {
    throw new Error('broken')
  }
  // an unhandled rejection fails the run
  const rejecting = (() => Promise.reject(new Error('broken'))) as () => void

  it.each([
    ['throw', throwing],
    ['reject', rejecting],
  ])('that %s do not lose an event', async (_, broken) => {
    const scene = await createScene({ log: broken, onError: broken, on: { uninstall: broken } })
    expect(await scene.send('install')).toMatchObject({ status: 201 })
    expect(await scene.send('uninstall')).toMatchObject({ status: 400 })
    expect(await scene.store.installationsOf('tenant-1')).toHaveLength(1)
    await new Promise((resolve) => setImmediate(resolve))
  })
})

describe('a store of the application that throws an error without a code', () => {
  it('gets 500, never 201, and the error is reported', async () => {
    const scene = await createScene()
    await scene.send('install')
    const error = new Error('my own store')
    vi.spyOn(scene.store, 'installationsOf').mockRejectedValue(error)
    expect(await scene.send('uninstall')).toMatchObject({
      status: 500,
      body: { code: 500, message: 'The event failed: ERR_UNEXPECTED' },
    })
    const token = await (await sharedTenant()).sign()
    await expect(scene.backend.verifyPluginToken(token)).rejects.toBe(error)
    expect(scene.reports).toEqual([error, error])
  })
})

describe('authenticate', () => {
  it('verifies the user, logs a refusal as a code, and does not log the token', async () => {
    const scene = await createScene()
    await scene.send('install')
    const tenant = await sharedTenant()
    const ask = (token: string): Promise<unknown> =>
      scene.backend.authenticate(
        new Request('https://lunch.example.com', { headers: { authorization: `Bearer ${token}` } }),
      )
    expect(await ask(await tenant.sign())).toMatchObject({ userId: 'user-1' })
    const expired = await tenant.sign({ iat: 1, exp: 61, 'ctx.userName': 'Ada Lovelace' })
    await expect(ask(expired)).rejects.toMatchObject({ code: 'ERR_TOKEN_EXPIRED' })
    expect(scene.log.at(-1)).toEqual({ level: 'warn', action: 'authenticate', code: 'ERR_TOKEN_EXPIRED', status: 401 })
  })
})
