import type { TenantFault } from '@haiilo-kit/simulator/back-end'
import { describe, expect, it, vi } from 'vitest'
import { createApiScene, grant, message, URL_IN_MANIFEST, type ApiScene } from '../../test/api-scene.js'
import { manifest, SECRET_KEYS } from '../../test/scene.js'
import { createHaiiloBackend, memoryStore, secretBox } from '../index.js'

describe('access_token', () => {
  it.each(['client', 'client_credentials'] as const)('redeems the code in "%s" and answers 201', async (clientName) => {
    const accessToken = vi.fn()
    const scene = await createApiScene({ on: { accessToken } }, { clientName })
    await grant(scene)
    expect(scene.types()).toEqual(['redeem'])
    expect(accessToken).toHaveBeenCalledTimes(1)
    await scene.api.notify(message)
    expect(scene.tenant.notifications).toEqual([
      {
        pluginId: 'plugin-1',
        instanceId: 'widget/1',
        body: { recipientId: 'user-1', message: 'Lunch is ready', category: 'ACTIVITY' },
      },
    ])
  })

  it.each([
    ['basic', 'in the Authorization header', ['Basic', false]],
    ['post', 'in the form', ['', true]],
  ] as const)('with the option "%s" sends the client secret %s', async (clientAuthentication, _, expected) => {
    const sent: unknown[] = []
    const scene: ApiScene = await createApiScene({
      api: { clientAuthentication },
      fetch: async (input, init) => {
        const request = new Request(input, init)
        const [scheme] = (request.headers.get('authorization') ?? '').split(' ')
        sent.push([scheme, new URLSearchParams(await request.clone().text()).has('client_secret')])
        return scene.tenant.fetch(request)
      },
    })
    await grant(scene)
    expect(sent).toEqual([expected])
  })

  it('that is repeated does not redeem the code again', async () => {
    const scene = await createApiScene()
    const token = await scene.tenant.signEvent('access_token')
    const send = (): Promise<Response> =>
      scene.backend(
        new Request(`${URL_IN_MANIFEST}access_token`, { method: 'POST', body: new URLSearchParams({ token }) }),
      )
    expect([(await send()).status, (await send()).status]).toEqual([201, 201])
    expect(scene.types()).toEqual(['redeem'])
  })

  it('that is late does not replace the client secret of a newer event', async () => {
    const scene = await createApiScene()
    const late = await scene.tenant.signEvent('access_token')
    scene.clock.advance(10_000)
    await grant(scene)
    const body = new URLSearchParams({ token: late })
    const answered = await scene.backend(new Request(`${URL_IN_MANIFEST}access_token`, { method: 'POST', body }))
    expect(answered.status).toBe(201)
    expect(scene.types()).toEqual(['redeem'])
    scene.clock.advance(10_000)
    await grant(scene)
    expect(scene.types()).toEqual(['redeem', 'redeem'])
  })

  it.each<[TenantFault, number, string]>([
    ['code-refused', 400, 'ERR_API_TOKEN'],
    ['tokens-down', 503, 'ERR_API_UNAVAILABLE'],
    ['tokens-redirect', 503, 'ERR_API_UNAVAILABLE'],
    ['foreign-addresses', 400, 'ERR_API_ADDRESS'],
  ])('fails if the tenant has the fault %s, and works with the next event', async (fault, status, code) => {
    const scene = await createApiScene()
    scene.tenant.setFault(fault)
    const sent = await scene.tenant.send('access_token', URL_IN_MANIFEST)
    expect([sent.status, JSON.parse(sent.body)]).toEqual([
      status,
      { code: status, message: `The event failed: ${code}` },
    ])
    scene.tenant.setFault(undefined)
    await grant(scene)
  })

  it.each([
    ['base_url', { base_url: 'https://home.haiilo.test.example.com/' }],
    ['base_url', { base_url: 'http://home.haiilo.test/' }],
    ['base_url', { base_url: 'https://user@home.haiilo.test/' }],
    ['base_url', { base_url: 'https://home.haiilo.test:8443/' }],
    ['base_url', { base_url: undefined }],
    ['token endpoint', { client: { token_endpoint_url: 'https://169.254.169.254/token' } }],
    ['token endpoint', { client: { token_endpoint_url: '//elsewhere.example.com/token' } }],
    ['trigger', { client: { trigger_event: { url: 'https://elsewhere.example.com/', method: 'POST' } } }],
  ])('is refused without a request if its %s is not safe: %j', async (_, changes: Record<string, unknown>) => {
    const scene = await createApiScene()
    const client = {
      client_id: 'id',
      client_secret: 'secret',
      authorization_code: 'code',
      token_endpoint_url: 'oauth/token',
      ...(changes['client'] as object | undefined),
    }
    const sent = await scene.tenant.send('access_token', URL_IN_MANIFEST, { claims: { ...changes, client } })
    expect([sent.status, sent.body]).toEqual([400, '{"code":400,"message":"The event failed: ERR_API_ADDRESS"}'])
    expect(scene.types()).toEqual([])
  })

  it('is answered with 503 while the plug-in is not installed', async () => {
    const scene = await createApiScene()
    await scene.tenant.send('uninstall', URL_IN_MANIFEST)
    expect(await scene.tenant.send('access_token', URL_IN_MANIFEST)).toMatchObject({ status: 503 })
  })
})

it('requests to a tenant follow no redirect and send no cookies and no referrer', async () => {
  const requests: string[] = []
  const scene: ApiScene = await createApiScene({
    fetch: async (input, init) => {
      const { redirect, credentials, referrerPolicy, url } = new Request(input, init)
      requests.push(`${redirect} ${credentials} ${referrerPolicy} ${new URL(url).pathname}`)
      return scene.tenant.fetch(input, init)
    },
  })
  await grant(scene)
  scene.tenant.setFault('refresh-refused', 1)
  scene.clock.advance(300_000)
  await scene.api.notify(message).catch(() => undefined)
  await grant(scene)
  await scene.api.notify(message)
  expect(requests).toEqual(
    [
      'oauth/token',
      'oauth/token',
      'plugins/trigger-access-token',
      'oauth/token',
      'plugins/plugin-1/instances/widget%2F1/notifications',
    ].map((path) => `error omit no-referrer /api/${path}`),
  )
})

describe('stored credentials', () => {
  it('are encrypted', async () => {
    const scene = await createApiScene()
    await grant(scene)
    const sealed = (await scene.store.findCredentials(scene.installation)) ?? ''
    expect(sealed).toMatch(/^v1\.k1\.[\w-]{16}\.[\w-]+$/)
    const opened = await secretBox(SECRET_KEYS).open(sealed, JSON.stringify(Object.values(scene.installation)))
    const { clientSecret, refreshToken } = JSON.parse(opened) as Record<string, string>
    expect([clientSecret, refreshToken]).toEqual([expect.any(String), expect.any(String)])
    for (const secret of [clientSecret, refreshToken]) expect(sealed + JSON.stringify(scene.log)).not.toContain(secret)
  })

  it('are deleted when the tenant uninstalls the plug-in', async () => {
    const scene = await createApiScene()
    await grant(scene)
    await scene.tenant.send('uninstall', URL_IN_MANIFEST)
    await expect(scene.api.notify(message)).rejects.toMatchObject({ code: 'ERR_API_ACCESS_MISSING' })
  })
})

describe('the access token', () => {
  it('is refreshed before it expires, with the new refresh token each time', async () => {
    const scene = await createApiScene()
    await grant(scene)
    for (let count = 0; count < 3; count++) {
      scene.clock.advance(271_000)
      await scene.api.notify(message)
    }
    expect(scene.types()).toEqual(['redeem', 'refresh', 'notify', 'refresh', 'notify', 'refresh', 'notify'])
  })

  it('is refreshed once for many requests, also of several processes', async () => {
    const scene = await createApiScene()
    await grant(scene)
    scene.clock.advance(300_000)
    const apis = [scene.api, scene.create().haiiloApi(scene.installation), scene.create().haiiloApi(scene.installation)]
    await Promise.all(Array.from({ length: 12 }, (_, index) => apis[index % 3]!.notify(message)))
    expect(scene.types().filter((type) => type === 'refresh')).toHaveLength(1)
    expect(scene.tenant.notifications).toHaveLength(12)
  })

  it('is replaced if the API refuses it before it expires', async () => {
    const scene = await createApiScene()
    await grant(scene)
    scene.tenant.setFault('token-revoked', 1)
    await scene.api.notify(message)
    expect(scene.types()).toEqual(['redeem', 'notify', 'refresh', 'notify'])
  })

  it('is requested again with trigger_event if the refresh token is refused, and works after the next event', async () => {
    const scene = await createApiScene()
    await grant(scene)
    scene.clock.advance(300_000)
    scene.tenant.setFault('refresh-refused', 1)
    await expect(scene.api.notify(message)).rejects.toMatchObject({ code: 'ERR_API_ACCESS_MISSING' })
    expect(scene.tenant.triggerCount()).toBe(1)
    expect(scene.log.slice(-3)).toMatchObject([
      { kind: 'token', outcome: 'failed', code: 'ERR_API_TOKEN' },
      { kind: 'trigger', outcome: 'sent' },
      { kind: 'notify', outcome: 'failed', code: 'ERR_API_ACCESS_MISSING' },
    ])
    await grant(scene)
    await scene.api.notify(message)
    expect(scene.tenant.notifications).toHaveLength(1)
  })

  it('is refreshed later if the token endpoint is down', async () => {
    const scene = await createApiScene()
    await grant(scene)
    scene.clock.advance(300_000)
    scene.tenant.setFault('tokens-down', 1)
    await expect(scene.api.notify(message)).rejects.toMatchObject({ code: 'ERR_API_UNAVAILABLE' })
    expect(scene.tenant.triggerCount()).toBe(0)
    await scene.api.notify(message)
  })
})

describe('notify', () => {
  it.each<[TenantFault, number]>([
    ['api-down', 3],
    ['api-busy', 3],
  ])('sends again if the API has the fault %s', async (fault, times) => {
    const scene = await createApiScene()
    await grant(scene)
    scene.tenant.setFault(fault, times)
    await scene.api.notify(message)
    expect(scene.types()).toEqual(['redeem', ...Array<string>(times + 1).fill('notify')])
    expect(scene.tenant.notifications).toHaveLength(1)
  })

  it('stops after four attempts', async () => {
    const scene = await createApiScene()
    await grant(scene)
    scene.tenant.setFault('api-down')
    await expect(scene.api.notify(message)).rejects.toMatchObject({ code: 'ERR_API_UNAVAILABLE' })
    expect(scene.types()).toEqual(['redeem', ...Array<string>(4).fill('notify')])
  })

  it('does not send again after another 4xx', async () => {
    const scene = await createApiScene()
    await grant(scene)
    scene.tenant.setFault('api-refuses')
    await expect(scene.api.notify(message)).rejects.toMatchObject({ code: 'ERR_API_REFUSED' })
    expect(scene.types()).toEqual(['redeem', 'notify'])
    expect(scene.log.at(-1)).toEqual({
      level: 'warn',
      action: 'api',
      kind: 'notify',
      outcome: 'failed',
      code: 'ERR_API_REFUSED',
      duration: expect.any(Number) as number,
    })
  })

  it('does not wait longer than 30 s, regardless of Retry-After', async () => {
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const isNotification = new Request(input, init).url.endsWith('notifications')
      return isNotification
        ? new Response('', { status: 429, headers: { 'retry-after': '3600' } })
        : scene.tenant.fetch(input, init)
    }
    const scene: ApiScene = await createApiScene({ fetch })
    await grant(scene)
    await expect(scene.api.notify(message)).rejects.toMatchObject({ code: 'ERR_API_UNAVAILABLE' })
  })

  it('stops when its signal aborts', async () => {
    const scene = await createApiScene({
      api: { notificationPath: 'plugins/{pluginId}/instances/{instanceId}/notifications', retryDelay: 60_000 },
    })
    await grant(scene)
    scene.tenant.setFault('api-down')
    const controller = new AbortController()
    const sending = scene.api.notify(message, { signal: controller.signal })
    await expect.poll(() => scene.types().length).toBe(2)
    controller.abort()
    await expect(sending).rejects.toMatchObject({ name: 'AbortError' })
  })

  it.each([
    ['no recipient', { message: 'a' }],
    ['two recipients', { message: 'a', recipientId: 'a', recipientEmail: 'a@example.com' }],
    ['no text', { recipientId: 'a' }],
    ['two texts', { recipientId: 'a', message: 'a', messages: { en: 'a' } }],
    ['two further texts', { recipientId: 'a', message: 'a', excerpt: 'a', excerpts: { en: 'a' } }],
    ['a language in upper case', { recipientId: 'a', messages: { EN: 'a' } }],
    ['an instance that would change the path', { recipientId: 'a', message: 'a', instanceId: '..' }],
  ])('throws a TypeError for %s', async (_, wrong) => {
    const scene = await createApiScene()
    await grant(scene)
    await expect(scene.api.notify({ instanceId: 'i', ...wrong } as never)).rejects.toThrow(TypeError)
    expect(scene.types()).toEqual(['redeem'])
  })

  it('throws a TypeError without a path', async () => {
    const scene = await createApiScene({ api: {} })
    await grant(scene)
    await expect(scene.api.notify(message)).rejects.toThrow(/notificationPath/)
  })

  it('rejects with a code if the manifest has no apiAccess', async () => {
    const { lifecycle } = manifest
    const backend = createHaiiloBackend({ manifest: { ...(lifecycle && { lifecycle }) }, store: memoryStore() })
    const unknown = { issuer: 'https://home.haiilo.test', tenantId: 't', pluginId: 'p' }
    await expect(backend.haiiloApi(unknown).notify(message)).rejects.toMatchObject({ code: 'ERR_API_ACCESS_MISSING' })
  })
})
