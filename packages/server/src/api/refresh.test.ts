import { describe, expect, it } from 'vitest'
import { createApiScene, grant, message, URL_IN_MANIFEST, type ApiScene } from '../../test/api-scene.js'
import { change } from '../../test/tenant.js'
import { memoryStore, type HaiiloStore } from '../index.js'

const MISSING = { code: 'ERR_API_ACCESS_MISSING' }
const UNAVAILABLE = { code: 'ERR_API_UNAVAILABLE' }

type Answer = (request: Request, right: () => Promise<Response>) => Promise<Response>

/** A scene in which some requests to the tenant are answered in another way. */
async function createDisturbedScene(path: string, options: Parameters<typeof createApiScene>[0] = {}) {
  let disturb: Answer | undefined
  const scene: ApiScene = await createApiScene({
    ...options,
    fetch: async (input, init) => {
      const request = new Request(input, init)
      const right = (): Promise<Response> => scene.tenant.fetch(request)
      return disturb && new URL(request.url).pathname.endsWith(path) ? disturb(request, right) : right()
    },
  })
  await grant(scene)
  return {
    ...scene,
    disturb: (answer: Answer | undefined) => (disturb = answer),
    refreshes: () => scene.types().filter((type) => type === 'refresh').length,
    expire: () => scene.clock.advance(300_000),
  }
}

/** A store that cannot commit while `isDown` returns true. */
function withoutCommit(store: HaiiloStore, isDown: () => boolean): HaiiloStore {
  return {
    ...store,
    async commit(...parameters) {
      if (isDown()) throw new Error('the store is down')
      return store.commit(...parameters)
    },
  }
}

describe('a refresh token that the tenant refuses', () => {
  it('makes the host send access_token, even if it does so before it answers', async () => {
    const scene = await createDisturbedScene('trigger-access-token')
    let sent: unknown
    scene.disturb(async (_, right) => {
      sent = await scene.tenant.send('access_token', URL_IN_MANIFEST)
      return right()
    })
    scene.expire()
    scene.tenant.setFault('refresh-refused', 1)
    await expect(scene.api.notify(message)).rejects.toMatchObject(MISSING)
    expect(sent).toMatchObject({ status: 201 })
    await scene.api.notify(message)
    expect(scene.tenant.notifications).toHaveLength(1)
  })

  it('makes one request for access_token in a minute, in all processes', async () => {
    const scene = await createDisturbedScene('')
    scene.expire()
    scene.tenant.setFault('refresh-refused')
    const apis = [scene.api, ...[1, 2].map(() => scene.create().haiiloApi(scene.installation))]
    const sendAll = (): Promise<unknown> =>
      Promise.allSettled(Array.from({ length: 12 }, (_, index) => apis[index % 3]!.notify(message)))
    await sendAll()
    expect([scene.refreshes(), scene.tenant.triggerCount()]).toEqual([1, 1])
    await expect(scene.api.notify(message)).rejects.toMatchObject(MISSING)
    expect([scene.refreshes(), scene.tenant.triggerCount()]).toEqual([1, 1])
    scene.clock.advance(61_000)
    await sendAll()
    expect([scene.refreshes(), scene.tenant.triggerCount()]).toEqual([2, 2])
    await grant(scene)
    await scene.api.notify(message)
  })

  it('is used again a minute later, so that a wrong refusal does no harm', async () => {
    const scene = await createDisturbedScene('oauth/token')
    scene.disturb(() => Promise.resolve(Response.json({ error: 'invalid_grant' }, { status: 400 })))
    scene.expire()
    await expect(scene.api.notify(message)).rejects.toMatchObject(MISSING)
    scene.disturb(undefined)
    scene.clock.advance(61_000)
    await scene.api.notify(message)
    expect(scene.refreshes()).toBe(1)
  })

  it('is recognised by a challenge, too', async () => {
    const scene = await createDisturbedScene('oauth/token')
    const headers = { 'www-authenticate': 'Basic realm="tenant"' }
    scene.disturb(() => Promise.resolve(Response.json({ error: 'invalid_client' }, { status: 401, headers })))
    scene.expire()
    await expect(scene.api.notify(message)).rejects.toMatchObject(MISSING)
    expect(scene.tenant.triggerCount()).toBe(1)
  })
})

describe('a token endpoint', () => {
  it('that sends no new refresh token leaves the old one valid', async () => {
    const scene = await createDisturbedScene('oauth/token')
    const used: (string | null)[] = []
    scene.disturb(async (request) => {
      used.push(new URLSearchParams(await request.text()).get('refresh_token'))
      return Response.json({ access_token: crypto.randomUUID(), expires_in: 300, token_type: 'bearer' })
    })
    for (let count = 0; count < 2; count++) {
      scene.expire()
      await scene.api.notify(message).catch(() => undefined)
    }
    // the API refuses the access tokens of this test, so each notification refreshes twice
    const [first] = used
    expect([used, first]).toEqual([Array(4).fill(first), expect.any(String)])
  })

  it('that does not say how long a token is valid gets the next request after 270 s', async () => {
    const scene = await createDisturbedScene('oauth/token')
    scene.disturb(async (_, right) => {
      const { expires_in: _lifetime, ...tokens } = (await (await right()).json()) as Record<string, unknown>
      return Response.json(tokens)
    })
    scene.expire()
    await scene.api.notify(message)
    scene.clock.advance(269_999)
    await scene.api.notify(message)
    expect(scene.refreshes()).toBe(1)
    scene.clock.advance(1)
    await scene.api.notify(message)
    expect(scene.refreshes()).toBe(2)
  })

  it.each<[string, () => Response]>([
    ['is empty', () => new Response('')],
    ['is no JSON', () => new Response('<html>', { headers: { 'content-type': 'application/json' } })],
    ['is HTML', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['is not found', () => new Response('<html>', { status: 404 })],
    ['has no access token', () => Response.json({ token_type: 'bearer' })],
    ['has an access token that is not a string', () => Response.json({ access_token: {}, token_type: 'bearer' })],
    ['has an unknown type of token', () => Response.json({ access_token: 'a', token_type: 'mac' })],
    ['is larger than 64 KiB', () => Response.json({ access_token: 'a'.repeat(70_000), token_type: 'bearer' })],
    ['is busy', () => Response.json({ error: 'slow_down' }, { status: 429 })],
  ])('with an answer that %s is unavailable, and the refresh token is used later', async (_, answer) => {
    const scene = await createDisturbedScene('oauth/token')
    scene.disturb(() => Promise.resolve(answer()))
    scene.expire()
    await expect(scene.api.notify(message)).rejects.toMatchObject(UNAVAILABLE)
    expect(scene.tenant.triggerCount()).toBe(0)
    scene.disturb(undefined)
    await scene.api.notify(message)
    expect(scene.refreshes()).toBe(1)
  })

  it.each([
    [20, 9_000, 11_000],
    [300, 269_000, 271_000],
  ])('that gives tokens for %i s gets the next request a little earlier', async (lifetime, used, expired) => {
    const scene = await createApiScene({}, { accessTokenLifetime: lifetime })
    await grant(scene)
    scene.clock.advance(used)
    await scene.api.notify(message)
    expect(scene.types()).toEqual(['redeem', 'notify'])
    scene.clock.advance(expired - used)
    await scene.api.notify(message)
    expect(scene.types()).toEqual(['redeem', 'notify', 'refresh', 'notify'])
  })
})

describe('new tokens', () => {
  it('are stored even if the store is down for a moment', async () => {
    let failures = 0
    const memory = memoryStore()
    const scene = await createDisturbedScene('oauth/token', { store: withoutCommit(memory, () => failures-- > 0) })
    failures = 3
    scene.expire()
    await scene.api.notify(message)
    scene.expire()
    await scene.api.notify(message)
    expect(scene.refreshes()).toBe(2)
    expect(scene.tenant.triggerCount()).toBe(0)
  })

  it('that are lost because the process ends are requested from the host', async () => {
    const memory = memoryStore()
    // a short lease of the process that ends, so that the test need not wait
    let isEnding = false
    const scene = await createDisturbedScene('oauth/token', {
      store: { ...memory, acquire: (key, duration) => memory.acquire(key, isEnding ? 50 : duration) },
    })
    let isReached = false
    scene.disturb(async (_, right) => {
      await right()
      isReached = true
      // the process has ended: nothing happens after this
      return new Promise<Response>(() => undefined)
    })
    scene.expire()
    isEnding = true
    void scene.api.notify(message).catch(() => undefined)
    await expect.poll(() => isReached).toBe(true)
    isEnding = false
    scene.disturb(undefined)
    const survivor = scene.create().haiiloApi(scene.installation)
    await expect(survivor.notify(message)).rejects.toMatchObject(MISSING)
    expect(scene.tenant.triggerCount()).toBe(1)
    await grant(scene)
    await survivor.notify(message)
    expect(scene.tenant.notifications).toHaveLength(1)
  })

  it('are not stored if the tenant uninstalls the plug-in in the meantime', async () => {
    const scene = await createDisturbedScene('oauth/token')
    scene.disturb(async (_, right) => {
      await scene.tenant.send('uninstall', URL_IN_MANIFEST)
      return right()
    })
    scene.expire()
    await scene.api.notify(message).catch(() => undefined)
    expect(await scene.store.findCredentials(scene.installation)).toBeUndefined()
  })
})

describe('a record of credentials', () => {
  const names = ['issuer', 'tenantId', 'pluginId'] as const
  it.each(names)('that was copied to an installation with another %s cannot be used there', async (name) => {
    const scene = await createApiScene()
    await grant(scene)
    const sealed = (await scene.store.findCredentials(scene.installation)) ?? ''
    const installation = { ...scene.installation, [name]: 'https://other.haiilo.test' }
    await change(scene.store, { type: 'install', installation, eventAt: 1 })
    await change(scene.store, { type: 'credentials', installation, sealed })
    await expect(scene.backend.haiiloApi(installation).notify(message)).rejects.toMatchObject({
      code: 'ERR_SECRET_UNREADABLE',
    })
    expect(scene.types()).toEqual(['redeem'])
  })

  it('whose key was removed is replaced by the next access_token', async () => {
    const scene = await createApiScene()
    await grant(scene)
    await change(scene.store, { type: 'credentials', installation: scene.installation, sealed: 'v1.gone.AAAA.AAAA' })
    await expect(scene.api.notify(message)).rejects.toThrow(/key "gone"/)
    await grant(scene)
    await scene.api.notify(message)
  })
})
