import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createScene, post, sharedTenant, type Answer } from '../../test/scene.js'
import { createTenant, type Tenant } from '../../test/tenant.js'
import { memoryStore, refuseInstall, type HaiiloStore, type InstanceEvent } from '../index.js'
import { eventNames } from './events.js'

const handlers = () => ({ install: vi.fn(), uninstall: vi.fn(), instanceAdd: vi.fn(), instanceRemove: vi.fn() })

describe('an event', () => {
  it('runs its handler with typed ids, stores the change and answers 201', async () => {
    const on = handlers()
    const { send, store, tenant } = await createScene({ on })
    expect(await send('install')).toMatchObject({ status: 201 })
    expect(await send('instance_add', { instanceId: 'widget-1' })).toMatchObject({ status: 201 })
    const [event] = on.instanceAdd.mock.calls[0] as [InstanceEvent]
    expect(event).toMatchObject({ event: 'instance_add', ...tenant.installation, instanceId: 'widget-1' })
    expect(await store.instancesOf(tenant.installation)).toEqual(['widget-1'])
    expect(await send('instance_remove', { instanceId: 'widget-1' })).toMatchObject({ status: 201 })
    expect(await store.instancesOf(tenant.installation)).toEqual([])
    expect(await send('uninstall')).toMatchObject({ status: 201 })
    expect((await store.installationsOf('tenant-1')).map(({ isInstalled }) => isInstalled)).toEqual([false])
    for (const handler of Object.values(on)) expect(handler).toHaveBeenCalledTimes(1)
  })

  it('arrives as JSON, too', async () => {
    const { backend, tenant } = await createScene()
    const response = await backend(
      new Request('https://lunch.example.com/haiilo/install', {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({ token: await tenant.signEvent('install') }),
      }),
    )
    expect(response.status).toBe(201)
  })

  it('works without a handler', async () => {
    const { send, store } = await createScene()
    expect(await send('install')).toMatchObject({ status: 201 })
    expect(await store.installationsOf('tenant-1')).toHaveLength(1)
  })

  it('that is repeated answers 201 and does not run again, with the same and with a new signature', async () => {
    const on = handlers()
    const { backend, tenant, send } = await createScene({ on })
    const token = await tenant.signEvent('install')
    expect(await post(backend, 'install', token)).toMatchObject({ status: 201 })
    expect(await post(backend, 'install', token)).toMatchObject({ status: 201 })
    expect(await send('install')).toMatchObject({ status: 201 })
    expect(on.install).toHaveBeenCalledTimes(1)
  })

  it('with the subject of another route is refused', async () => {
    const on = handlers()
    const { send } = await createScene({ on })
    await send('install')
    expect(await send('install', {}, 'uninstall')).toMatchObject({ status: 401, body: { code: 401 } })
    expect(on.uninstall).not.toHaveBeenCalled()
  })

  it('of a plug-in that is not ours changes nothing', async () => {
    const on = handlers()
    const { send, store } = await createScene({ on })
    await send('install')
    const before = await store.installationsOf('tenant-1')
    expect(await send('uninstall', { pluginId: 'plugin-2' })).toMatchObject({ status: 201 })
    expect(await send('instance_add', { pluginId: 'plugin-2', instanceId: 'i' })).toMatchObject({ status: 503 })
    expect(await send('instance_remove', { pluginId: 'plugin-2', instanceId: 'i' })).toMatchObject({ status: 201 })
    expect(await store.installationsOf('tenant-1')).toEqual(before)
    for (const each of [on.uninstall, on.instanceAdd, on.instanceRemove]) expect(each).not.toHaveBeenCalled()
  })

  it('installs another plug-in beside the first one', async () => {
    const { send, store } = await createScene()
    await send('install')
    await send('install', { pluginId: 'plugin-2' })
    expect((await store.installationsOf('tenant-1')).map(({ pluginId }) => pluginId)).toEqual(['plugin-1', 'plugin-2'])
  })

  it('with a tenant id that another issuer uses is refused', async () => {
    const other = await sharedTenant('https://other.example.com')
    const { trust } = await sharedTenant()
    const { backend, send, store } = await createScene({ trust: [...trust, ...other.trust] })
    await send('install')
    const answer = await post(backend, 'install', await other.signEvent('install'))
    expect(answer).toMatchObject({ status: 400, body: { code: 400, message: 'The event failed: ERR_TENANT_MOVED' } })
    expect(await store.installationsOf('tenant-1')).toHaveLength(1)
  })

  it.each([
    ['tenantId', undefined],
    ['tenantId', ''],
    ['pluginId', 5],
    ['pluginId', '..'],
    ['instanceId', '.'],
    ['instanceId', 'x'.repeat(256)],
    ['instanceId', 'a\nb'],
    ['instanceId', '\ud800'],
  ])('with the %s %j is refused', async (name, value) => {
    const { send } = await createScene()
    await send('install')
    expect(await send('instance_add', { instanceId: 'i', [name]: value })).toMatchObject({
      status: 400,
      body: { message: 'The event failed: ERR_EVENT_CLAIMS' },
    })
  })
})

describe('events out of order', () => {
  it('are not lost: an instance_add before its install is answered with 503, so that the host sends it again', async () => {
    const on = handlers()
    const { send, store, tenant } = await createScene({ on })
    const early = await send('instance_add', { instanceId: 'i' })
    expect(early).toMatchObject({ status: 503, body: { code: 503, message: 'The event failed: ERR_EVENT_EARLY' } })
    expect(Number(early.headers.get('retry-after'))).toBeGreaterThan(0)
    await send('install')
    expect(await send('instance_add', { instanceId: 'i' })).toMatchObject({ status: 201 })
    expect(await store.instancesOf(tenant.installation)).toEqual(['i'])
    expect(on.instanceAdd).toHaveBeenCalledTimes(1)
  })
})

describe('a handler that fails', () => {
  it('answers 400 with a code, frees the lease, and runs again with the next attempt', async () => {
    const install = vi.fn().mockRejectedValueOnce(new Error('secret text'))
    const { send, store, reports, log } = await createScene({ on: { install } })
    const failed = await send('install')
    expect(failed).toMatchObject({ status: 400, body: { code: 400, message: 'The event failed: ERR_HANDLER_FAILED' } })
    expect(reports).toEqual([new Error('secret text')])
    expect(JSON.stringify(log)).not.toContain('secret text')
    expect(await store.installationsOf('tenant-1')).toEqual([])
    expect(await send('install')).toMatchObject({ status: 201 })
    expect(install).toHaveBeenCalledTimes(2)
  })

  it.each([
    ['Ask us for a licence first.', 'Ask us for a licence first.'],
    ['x'.repeat(200), 'x'.repeat(200)],
    ['x'.repeat(201), `${'x'.repeat(199)}…`],
    // half of an emoji is no character
    [`${'x'.repeat(198)}\u{1F600}\u{1F600}`, `${'x'.repeat(198)}…`],
    [' ', 'The plug-in refused the installation.'],
    ['a\nb', 'a b'],
  ])('can refuse an installation with a reason of at most 200 characters: %j', async (reason, message) => {
    const { send, store } = await createScene({ on: { install: () => refuseInstall(reason) } })
    expect(await send('install')).toMatchObject({ status: 400, body: { code: 400, message } })
    expect(await store.installationsOf('tenant-1')).toEqual([])
  })

  it.each([
    false,
    null,
    'no',
    // names of another kit, and a reason that is none
    { refused: 'no' },
    { refusal: 5 },
  ])('installs nothing if it returns %j', async (result) => {
    const { send, store, reports } = await createScene({ on: { install: () => result as never } })
    expect(await send('install')).toMatchObject({ body: { message: 'The event failed: ERR_HANDLER_FAILED' } })
    expect(reports).toEqual([new TypeError('on.install: expected no result, or the one of refuseInstall("…").')])
    expect(await store.installationsOf('tenant-1')).toEqual([])
  })

  it.each([undefined, null, 'text', 5, { refusal: 'no' }])('fails if it throws %j', async (thrown) => {
    const install = vi.fn().mockRejectedValueOnce(thrown)
    const { send, reports } = await createScene({ on: { install } })
    expect(await send('install')).toMatchObject({
      status: 400,
      body: { message: 'The event failed: ERR_HANDLER_FAILED' },
    })
    expect(reports).toEqual([thrown])
    expect(await send('install')).toMatchObject({ status: 201 })
  })

  it('is aborted after 25 s, in time for the 30 s of the host', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const started = Promise.withResolvers<AbortSignal>()
    const install = (_: unknown, { signal }: { readonly signal: AbortSignal }): Promise<undefined> => {
      started.resolve(signal)
      return new Promise(() => undefined)
    }
    const { send } = await createScene({ on: { install } })
    const sent = send('install')
    const signal = await started.promise
    vi.advanceTimersByTime(24_999)
    expect(signal.aborted).toBe(false)
    vi.advanceTimersByTime(1)
    expect(signal.reason).toMatchObject({ name: 'TimeoutError' })
    expect(await sent).toMatchObject({ status: 400, body: { message: 'The event failed: ERR_HANDLER_TIMEOUT' } })
  })

  it('is aborted after its time, and the event is stored if it still succeeds', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>()
    const instanceAdd = vi.fn(() => promise)
    const { send, store, tenant } = await createScene({ on: { instanceAdd }, handlerTimeout: 20 })
    await send('install')
    const add = (): Promise<Answer> => send('instance_add', { instanceId: 'i' })
    expect(await add()).toMatchObject({ status: 400, body: { message: 'The event failed: ERR_HANDLER_TIMEOUT' } })
    expect(await add()).toMatchObject({ status: 503, body: { message: 'The event failed: ERR_EVENT_RUNNING' } })
    resolve(undefined)
    await expect.poll(() => store.instancesOf(tenant.installation)).toEqual(['i'])
    expect(await add()).toMatchObject({ status: 201 })
    expect(instanceAdd).toHaveBeenCalledTimes(1)
  })

  it('installs nothing if it succeeds after its time, because for the host, the installation has failed', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>()
    const install = vi.fn().mockReturnValueOnce(promise)
    const { send, store, backend } = await createScene({ on: { install }, handlerTimeout: 20 })
    expect(await send('install')).toMatchObject({
      status: 400,
      body: { message: 'The event failed: ERR_HANDLER_TIMEOUT' },
    })
    resolve(undefined)
    await expect.poll(() => send('install')).toMatchObject({ status: 201 })
    expect(install).toHaveBeenCalledTimes(2)
    expect(await store.installationsOf('tenant-1')).toHaveLength(1)
    await backend.close()
  })
})

describe('while an event is handled', () => {
  it('the same event does not run a second time, also with another signature', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>()
    const install = vi.fn(() => promise)
    const { send } = await createScene({ on: { install } })
    const first = send('install')
    await expect.poll(() => install.mock.calls.length).toBe(1)
    expect(await send('install')).toMatchObject({
      status: 503,
      body: { message: 'The event failed: ERR_EVENT_RUNNING' },
    })
    resolve(undefined)
    expect(await first).toMatchObject({ status: 201 })
    expect(install).toHaveBeenCalledTimes(1)
  })
})

describe('a store that is down', () => {
  const names = [
    'installationsOf',
    'findInstance',
    'acquire',
    'commit',
  ] as const satisfies readonly (keyof HaiiloStore)[]

  it.each(names)('answers 503 and never 201, if %s fails', async (name) => {
    const store = memoryStore()
    const { send, tenant } = await createScene({ store })
    await send('install')
    const down = vi
      .spyOn(store, name)
      .mockRejectedValue(
        Object.assign(new Error('down'), { isBackendError: true, code: 'ERR_STORE_UNAVAILABLE', status: 503 }),
      )
    expect(await send('instance_add', { instanceId: 'i' })).toMatchObject({
      status: 503,
      body: { code: 503, message: 'The event failed: ERR_STORE_UNAVAILABLE' },
    })
    down.mockRestore()
    expect(await send('instance_add', { instanceId: 'i' })).toMatchObject({ status: 201 })
    expect(await store.instancesOf(tenant.installation)).toEqual(['i'])
  })
})

describe('a token of an event', () => {
  const stranger = createTenant()
  const now = Math.floor(Date.now() / 1000)

  it.each<[string, (tenant: Tenant) => Promise<string>, string]>([
    ['signed by another key', async () => (await stranger).signEvent('install'), 'ERR_TOKEN_SIGNATURE'],
    ['without a signature', (tenant) => tenant.signEvent('install', {}, { alg: 'none' }), 'ERR_TOKEN_ALGORITHM'],
    [
      'with a secret instead of a key',
      (tenant) => tenant.signEvent('install', {}, { alg: 'HS512' }),
      'ERR_TOKEN_ALGORITHM',
    ],
    [
      'with a critical header',
      (tenant) => tenant.signEvent('install', {}, { crit: ['b64'], b64: false }),
      'ERR_TOKEN_ALGORITHM',
    ],
    [
      'with a foreign key document',
      async () => (await stranger).signEvent('install', {}, { jku: 'https://keys.example.com/key.json' }),
      'ERR_TOKEN_KEY_UNTRUSTED',
    ],
    [
      'of a foreign issuer',
      (tenant) => tenant.signEvent('install', { iss: 'https://other.example.com' }),
      'ERR_TOKEN_ISSUER',
    ],
    [
      'of an issuer with a port',
      (tenant) => tenant.signEvent('install', { iss: 'https://home.example.com:8443' }),
      'ERR_TOKEN_ISSUER',
    ],
    [
      'of an issuer with a path',
      (tenant) => tenant.signEvent('install', { iss: 'https://home.example.com/a' }),
      'ERR_TOKEN_ISSUER',
    ],
    [
      'that has expired',
      (tenant) => tenant.signEvent('install', { iat: now - 200, exp: now - 140 }),
      'ERR_TOKEN_EXPIRED',
    ],
    [
      'from the future',
      (tenant) => tenant.signEvent('install', { iat: now + 100, exp: now + 160 }),
      'ERR_TOKEN_NOT_YET_VALID',
    ],
    ['without an end', (tenant) => tenant.signEvent('install', { exp: undefined }), 'ERR_TOKEN_LIFETIME'],
    ['for a year', (tenant) => tenant.signEvent('install', { exp: now + 31_536_000 }), 'ERR_TOKEN_LIFETIME'],
    ['of a user', (tenant) => tenant.sign(), 'ERR_TOKEN_SUBJECT'],
  ])('is refused, and the request fetches nothing: %s', async (_, sign, code) => {
    const on = handlers()
    const fetch = vi.fn<typeof globalThis.fetch>()
    const { backend, tenant, store } = await createScene({ on, fetch })
    expect(await post(backend, 'install', await sign(tenant))).toMatchObject({
      status: 401,
      body: { code: 401, message: `The event failed: ${code}` },
    })
    expect(on.install).not.toHaveBeenCalled()
    expect(fetch).not.toHaveBeenCalled()
    expect(await store.installationsOf('tenant-1')).toEqual([])
  })

  it.each(['https://home.example.com/', 'HTTPS://HOME.EXAMPLE.COM', 'https://home.example.com:443'])(
    'is another spelling of the same issuer: %s',
    async (iss) => {
      const { send, store, tenant } = await createScene()
      expect(await send('install', { iss })).toMatchObject({ status: 201 })
      expect(await store.installationsOf('tenant-1')).toMatchObject([{ issuer: tenant.installation.issuer }])
    },
  )

  it('has the subject of its route, for every pair of event and route', async () => {
    const on = handlers()
    const { backend, tenant } = await createScene({ on })
    await post(backend, 'install', await tenant.signEvent('install'))
    for (const mock of Object.values(on)) mock.mockClear()
    for (const event of eventNames) {
      const token = await tenant.signEvent(event, { instanceId: 'i' })
      for (const route of eventNames.filter((name) => name !== event))
        expect([event, route, await post(backend, route, token)]).toMatchObject([event, route, { status: 401 }])
    }
    for (const mock of Object.values(on)) expect(mock).not.toHaveBeenCalled()
  })
})

describe('uninstall while instance_add runs', () => {
  it('leaves no widget', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>()
    const instanceAdd = vi.fn(() => promise)
    const { send, store, tenant } = await createScene({ on: { instanceAdd } })
    await send('install')
    const adding = send('instance_add', { instanceId: 'i' })
    await expect.poll(() => instanceAdd.mock.calls.length).toBe(1)
    expect(await send('uninstall')).toMatchObject({ status: 201 })
    resolve(undefined)
    expect(await adding).toMatchObject({ status: 201 })
    expect(await store.instancesOf(tenant.installation)).toEqual([])
    await send('install', { iat: Math.floor(Date.now() / 1000) + 1 })
    expect(await store.instancesOf(tenant.installation)).toEqual([])
  })
})
