import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createApiScene, grant, message, type ApiScene } from '../../test/api-scene.js'
import type { Notification } from '../index.js'

const PATH = 'plugins/{pluginId}/instances/{instanceId}/notifications'

/** A scene in which real requests bring the notifications to another server. */
async function createServedScene(origin: string) {
  let count = 0
  const scene: ApiScene = await createApiScene({
    fetch: async (input, init) => {
      const request = new Request(input, init)
      if (!request.url.endsWith('notifications')) return scene.tenant.fetch(request)
      count++
      return fetch(origin, { ...init, signal: request.signal })
    },
  })
  await grant(scene)
  return { ...scene, count: () => count }
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A scene in which the notifications get these answers, one after the other. */
async function createAnsweredScene(...answers: readonly (() => Response)[]) {
  const times: number[] = []
  const scene: ApiScene = await createApiScene({
    fetch: async (input, init) => {
      if (!new Request(input, init).url.endsWith('notifications')) return scene.tenant.fetch(input, init)
      times.push(performance.now())
      return (answers[times.length - 1] ?? answers.at(-1)!)()
    },
  })
  await grant(scene)
  return { ...scene, times }
}

/** Ends all pauses at once, and returns how long they would have been, in milliseconds. */
function skipPauses(): () => readonly number[] {
  const timers = vi.spyOn(globalThis, 'setTimeout').mockImplementation((end) => setImmediate(end) as never)
  onTestFinished(() => void vi.restoreAllMocks())
  return () => timers.mock.calls.map(([, duration]) => Number(duration))
}

const sent = (): Response => new Response(null, { status: 201 })

describe('a notification', () => {
  it.each([429, 500, 502, 503, 504, 599])('is sent again after %i', async (status) => {
    const scene = await createAnsweredScene(() => new Response('no', { status }), sent)
    await scene.api.notify(message)
    expect(scene.times).toHaveLength(2)
  })

  it.each([400, 402, 403, 404, 405, 408, 409, 410, 413, 422, 425, 451])(
    'is not sent again after %i',
    async (status) => {
      const scene = await createAnsweredScene(() => new Response('no', { status }), sent)
      await expect(scene.api.notify(message)).rejects.toMatchObject({ code: 'ERR_API_REFUSED' })
      expect(scene.times).toHaveLength(1)
    },
  )

  it('is sent once more after 401, with a new token', async () => {
    const scene = await createAnsweredScene(() => new Response('no', { status: 401 }))
    await expect(scene.api.notify(message)).rejects.toMatchObject({ code: 'ERR_API_REFUSED' })
    expect([scene.times.length, ...scene.types()]).toEqual([2, 'redeem', 'refresh'])
  })

  it('is sent again if there was no connection', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    server.close()
    const scene = await createServedScene(`http://127.0.0.1:${port}`)
    await expect(scene.api.notify(message)).rejects.toMatchObject({ code: 'ERR_API_UNAVAILABLE' })
    expect(scene.count()).toBe(4)
  })

  it('is not sent again if the tenant got it and did not answer, because it may have been sent', async () => {
    let received = 0
    const origin = await serve((request) => {
      request
        .on('data', () => undefined)
        .on('end', () => {
          received++
          request.socket.destroy()
        })
    })
    const scene = await createServedScene(origin)
    await expect(scene.api.notify(message)).rejects.toMatchObject({ code: 'ERR_API_UNANSWERED', status: 504 })
    expect([scene.count(), received]).toEqual([1, 1])
  })

  it.each<[string, RequestListener]>([
    ['is very large', (_, response) => response.writeHead(201).end('x'.repeat(1_000_000))],
    [
      'ends early',
      (_, response) => response.writeHead(201, { 'content-length': '100' }).write('x', () => response.destroy()),
    ],
  ])('is not sent again if an answer with 201 %s', async (_, listener) => {
    const scene = await createServedScene(await serve(listener))
    await scene.api.notify(message)
    expect(scene.count()).toBe(1)
  })

  it.each<[string, () => string, number]>([
    ['seconds', () => '20', 20_000],
    // the date has whole seconds
    ['a date', () => new Date(Date.now() + 20_000).toUTCString(), 15_000],
  ])('waits for Retry-After as %s', async (_, retryAfter, least) => {
    const scene = await createAnsweredScene(
      () => new Response('', { status: 429, headers: { 'retry-after': retryAfter() } }),
      sent,
    )
    const pauses = skipPauses()
    await scene.api.notify(message)
    expect(Math.max(...pauses())).toBeGreaterThanOrEqual(least)
  })

  it.each([
    [0, [1000, 2000, 4000]],
    [1, [1500, 3000, 6000]],
  ])(
    'waits twice as long before each repetition, and up to half of that more by chance (%d)',
    async (chance, expected) => {
      const scene = await createAnsweredScene(() => new Response('no', { status: 503 }))
      const settings = { notificationPath: scene.tenant.notificationPath, retryDelay: 1000 }
      const api = scene.create({ api: settings }).haiiloApi(scene.installation)
      vi.spyOn(Math, 'random').mockReturnValue(chance)
      const pauses = skipPauses()
      await expect(api.notify(message)).rejects.toMatchObject({ code: 'ERR_API_UNAVAILABLE' })
      expect(scene.times).toHaveLength(4)
      expect(pauses()).toEqual(expected)
    },
  )

  it.each(['0', '-5', 'soon', '1970-01-01', 'Thu, 01 Jan 1970 00:00:00 GMT', ''])(
    'does not wait for Retry-After "%s"',
    async (value) => {
      const scene = await createAnsweredScene(
        () => new Response('', { status: 503, headers: { 'retry-after': value } }),
        sent,
      )
      const pauses = skipPauses()
      await scene.api.notify(message)
      expect(scene.times).toHaveLength(2)
      // only the pause of the back end itself, which is 1 ms
      expect(Math.max(...pauses())).toBeLessThan(2)
    },
  )

  it.each(['31', '3600', '9'.repeat(400), 'Fri, 31 Dec 9999 23:59:59 GMT'])(
    'fails at once for Retry-After "%s"',
    async (value) => {
      const scene = await createAnsweredScene(
        () => new Response('', { status: 429, headers: { 'retry-after': value } }),
        sent,
      )
      await expect(scene.api.notify(message)).rejects.toMatchObject({ code: 'ERR_API_UNAVAILABLE' })
      expect(scene.times).toHaveLength(1)
    },
  )

  it('can be aborted while another process refreshes the token', async () => {
    const scene = await createApiScene()
    await grant(scene)
    scene.clock.advance(300_000)
    const { issuer, tenantId, pluginId } = scene.installation
    const key = `api ${JSON.stringify([issuer, tenantId, pluginId])}`
    expect(await scene.store.acquire(key, 60_000)).toBeDefined()
    const controller = new AbortController()
    const sending = scene.api.notify(message, { signal: controller.signal })
    controller.abort()
    await expect(sending).rejects.toMatchObject({ name: 'AbortError' })
    await expect(scene.api.notify(message, { signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' })
  })

  it.each([
    'https://elsewhere.example.com/{instanceId}',
    '//elsewhere.example.com/',
    'http://home.haiilo.test/',
    'javascript:0',
  ])('is not sent if the path "%s" leaves the tenant', async (notificationPath) => {
    const scene = await createApiScene({ api: { notificationPath } })
    await grant(scene)
    await expect(scene.api.notify(message)).rejects.toMatchObject({ code: 'ERR_API_ADDRESS' })
    expect(scene.types()).toEqual(['redeem'])
  })

  it.each(['../../oauth/token', '%2e%2e', 'a?b#c', '\\..\\x', '{pluginId}', "$&$'", '//elsewhere.example.com'])(
    'reaches the instance "%s" and nothing else',
    async (instanceId) => {
      const urls: string[] = []
      const scene: ApiScene = await createApiScene({
        fetch: async (input, init) => {
          urls.push(new Request(input, init).url)
          return scene.tenant.fetch(input, init)
        },
      })
      await grant(scene)
      await scene.api.notify({ ...message, instanceId })
      expect(scene.tenant.notifications).toMatchObject([{ instanceId, pluginId: 'plugin-1' }])
      expect(urls.at(-1)).toBe(
        `${scene.tenant.issuer}/api/${PATH.replace('{pluginId}', 'plugin-1').replace('{instanceId}', () => encodeURIComponent(instanceId))}`,
      )
    },
  )

  it('delays the end of the back end', async () => {
    let release = (): void => undefined
    const released = new Promise<void>((resolve) => (release = resolve))
    const scene: ApiScene = await createApiScene({
      fetch: async (input, init) => {
        if (new Request(input, init).url.endsWith('notifications')) await released
        return scene.tenant.fetch(input, init)
      },
    })
    await grant(scene)
    const sending = scene.api.notify(message)
    let isClosed = false
    const closing = scene.backend.close().then(() => (isClosed = true))
    await new Promise((resolve) => setImmediate(resolve))
    expect(isClosed).toBe(false)
    release()
    await sending
    await closing
    expect(scene.tenant.notifications).toHaveLength(1)
  })

  it('has exactly one recipient, exactly one text and at most one excerpt, as its type says', () => {
    const to = { recipientId: 'user-1', instanceId: 'i' }
    const right = [
      { ...to, message: 'a' },
      { recipientEmail: 'a@example.com', instanceId: 'i', message: 'a', excerpt: 'b', category: 'c' },
      { ...to, messages: { en: 'a', de: 'b' }, excerpts: { en: 'a' } },
    ] satisfies Notification[]
    const wrong = [
      // @ts-expect-error no recipient
      { instanceId: 'i', message: 'a' },
      // @ts-expect-error two recipients
      { ...to, recipientEmail: 'a@example.com', message: 'a' },
      // @ts-expect-error there is no text
      to,
      // @ts-expect-error there are two texts
      { ...to, message: 'a', messages: { en: 'a' } },
      // @ts-expect-error two excerpts
      { ...to, message: 'a', excerpt: 'a', excerpts: { en: 'a' } },
      // @ts-expect-error a language in upper case
      { ...to, messages: { EN: 'a' } },
      // @ts-expect-error no instance
      { recipientId: 'a', message: 'a' },
    ] satisfies Notification[]
    expect([right.length, wrong.length]).toEqual([3, 7])
  })
})
