import { getEventListeners } from 'node:events'
import { createTokenFactory, nextTask, scriptFetch, scriptHost, type ScriptedHostSettings } from '@haiilo-kit/test-kit'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { outcome } from '../outcome.js'
import { openScene, type Scene } from '../scene.js'
import {
  CONNECTING,
  createHaiiloHost,
  type HaiiloHost,
  type HaiiloHostOptions,
  type HostSnapshot,
} from '../../src/index.js'

const NOW = 1_700_000_000_000
const clock = (): number => NOW
const tenant = await createTokenFactory({ clock })
const rotating = [{ issuer: tenant.issuer, jku: ['https://keys.example.com/'] }]

function connect(answer?: ScriptedHostSettings['answer'], options?: HaiiloHostOptions): Scene {
  return openScene({ tenant, clock, answer }, options)
}

function silence(): undefined {
  return undefined
}

/** Responds to the first `init` only. */
function once({ subject, nonce }: { subject: string; nonce: string }, turn: number): unknown {
  return subject === 'init' && turn === 1 ? tenant.sign({ jti: nonce }) : undefined
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  return () => vi.useRealTimers()
})

describe('opening', () => {
  it('creates no message, listener or timer at creation', async () => {
    const { home, host } = connect()
    host.getSnapshot()
    host.retry()
    await nextTask()
    expect(home.sent).toEqual([])
    expect(home.listening()).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
    expect(host.getSnapshot()).toBe(CONNECTING)
  })

  const openers: [name: string, open: (host: HaiiloHost) => unknown][] = [
    ['subscribe', (host) => host.subscribe(() => undefined)],
    ['ready', (host) => host.ready()],
    ['on', (host) => host.on('edit', () => undefined)],
    ['send', (host) => host.send('setHeight', { height: 1 })],
    ['request', (host) => outcome(host.request('profile'))],
    ['getToken', (host) => outcome(host.getToken())],
    ['setHeight', (host) => host.setHeight(100)],
  ]

  it.each(openers)('sends the handshake request at the first %s', async (_, open) => {
    const { home, host } = connect(silence)
    open(host)
    await nextTask()
    expect(home.sent.map(({ subject }) => subject)).toEqual(['init'])
    expect(home.listening()).toBe(1)
  })

  it('sends one handshake request for any number of calls', async () => {
    const { home, host } = connect(silence)
    for (const [, open] of [...openers, ...openers]) open(host)
    await nextTask()
    expect(home.sent.map(({ subject }) => subject)).toEqual(['init'])
    expect(home.listening()).toBe(1)
  })

  it('sends source, subject and nonce, and nothing else', async () => {
    const { home, host } = connect(silence)
    host.send('openProfile', { secret: 'not for everyone' })
    const { data, nonce, targetOrigin } = await home.next('init')
    expect(data).toEqual({ iss: 'source-1', sub: 'init', jti: nonce })
    expect(nonce).toMatch(/^[\w-]{16,}$/)
    expect(targetOrigin).toBe('*')
  })

  it('adds the suffix of a configuration view to the source', async () => {
    const { home, host } = connect(undefined, { view: 'config' })
    await host.ready()
    host.setHeight(1)
    expect((await home.next('init')).source).toBe('source-1-cfg')
    expect((await home.next('setHeight')).source).toBe('source-1-cfg')
  })

  it('does not open a host that is only closed', async () => {
    const { home, host } = connect()
    host.close()
    expect(await outcome(host.ready())).toBe('ERR_CONNECTION_CLOSED')
    expect(home.sent).toEqual([])
    expect(home.listening()).toBe(0)
  })
})

describe('the snapshot', () => {
  it('is the same frozen object until the next change', async () => {
    const { host } = connect()
    const connecting = host.getSnapshot()
    const ready = await host.ready()
    expect(host.getSnapshot()).toBe(ready)
    host.setHeight(10)
    await host.getToken()
    expect(host.getSnapshot()).toBe(ready)
    host.close()
    const closed = host.getSnapshot()
    expect(host.getSnapshot()).toBe(closed)
    for (const snapshot of [connecting, ready, closed]) expect(Object.isFrozen(snapshot)).toBe(true)
    expect([connecting.status, ready.status, closed.status]).toEqual(['connecting', 'ready', 'closed'])
  })

  it('has the verified data, frozen, with a token that is not enumerable', async () => {
    let token = ''
    const { host } = connect(async ({ nonce }) => {
      token = await tenant.sign({ jti: nonce, 'ctx.userName': 'Ada', 'cfg.shop': { open: [1, 2] }, 'stt.edit': true })
      return token
    })
    const snapshot = await host.ready()
    expect(snapshot).toMatchObject({
      status: 'ready',
      context: { userId: 'user-1', tenantId: 'tenant-1', userName: 'Ada' },
      config: { shop: { open: [1, 2] } },
      editing: true,
      claims: { iss: tenant.issuer, sub: 'init' },
      issuer: tenant.issuer,
      origin: tenant.issuer,
    })
    expect(snapshot.token).toBe(token)
    expect(Object.keys(snapshot)).not.toContain('token')
    expect(JSON.stringify(snapshot)).not.toContain(token)
    const { shop } = snapshot.config as { shop: { open: unknown } }
    for (const part of [snapshot.context, snapshot.config, snapshot.claims, shop, shop.open]) {
      expect(Object.isFrozen(part)).toBe(true)
    }
  })

  it('does not reach a listener that another listener stops', async () => {
    const { host } = connect()
    const received = vi.fn()
    host.subscribe(() => stop())
    const stop = host.subscribe(received)
    await host.ready()
    expect(received).not.toHaveBeenCalled()
  })

  it('reaches the same listener once per subscription', async () => {
    const { host } = connect()
    const received = vi.fn()
    const stop = host.subscribe(received)
    host.subscribe(received)
    await host.ready()
    expect(received).toHaveBeenCalledTimes(2)
    stop()
    host.close()
    expect(received).toHaveBeenCalledTimes(3)
  })

  it('reaches each listener once per change, until it is stopped', async () => {
    const { host } = connect()
    const [received, stopped]: [string[], string[]] = [[], []]
    host.subscribe(() => received.push(host.getSnapshot().status))
    const stop = host.subscribe(() => stopped.push(host.getSnapshot().status))
    await host.ready()
    stop()
    stop()
    host.close()
    expect(received).toEqual(['ready', 'closed'])
    expect(stopped).toEqual(['ready'])
  })
})

describe('ready()', () => {
  it('is one promise until retry()', async () => {
    const { host } = connect(async ({ nonce }, turn) => tenant.sign({ jti: nonce, sub: turn === 1 ? 'save' : 'init' }))
    const first = host.ready()
    expect(host.ready()).toBe(first)
    await outcome(first)
    expect(host.ready()).toBe(first)
    host.retry()
    const second = host.ready()
    expect(second).not.toBe(first)
    expect(await second).toBe(host.getSnapshot())
    expect(host.ready()).toBe(second)
  })

  it('rejects with the error object of the snapshot', async () => {
    const { host } = connect(({ nonce }) => tenant.sign({ jti: nonce, sub: 'save' }))
    const error: unknown = await host.ready().catch((reason: unknown) => reason)
    expect(host.getSnapshot()).toMatchObject({ status: 'failed', error: { code: 'ERR_TOKEN_SUBJECT' } })
    expect(host.getSnapshot().error).toBe(error)
  })

  it('does not report an unhandled rejection', async () => {
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    onTestFinished(() => void process.off('unhandledRejection', unhandled))
    const failing = connect(({ nonce }) => tenant.sign({ jti: nonce, sub: 'save' }))
    failing.host.subscribe(() => undefined)
    void failing.host.ready()
    failing.host.send('openProfile')
    failing.host.setHeight(1)
    await failing.home.seen({ verdict: 'refused' })
    const closing = connect(silence)
    void closing.host.ready()
    closing.host.send('openProfile')
    closing.host.close()
    await nextTask()
    await nextTask()
    expect(failing.host.getSnapshot().status).toBe('failed')
    expect(unhandled).not.toHaveBeenCalled()
  })
})

describe('the timeout of the handshake', () => {
  it('fails with a hint at the option `view`', async () => {
    const { host } = connect(silence, { timeout: 5_000, view: 'config' })
    const ready = host.ready()
    vi.advanceTimersByTime(4_999)
    await nextTask()
    expect(host.getSnapshot().status).toBe('connecting')
    vi.advanceTimersByTime(1)
    await expect(ready).rejects.toHaveProperty('code', 'ERR_HANDSHAKE_TIMEOUT')
    await expect(ready).rejects.toThrow('"config"')
    await expect(ready).rejects.toThrow('5000 ms')
    expect(host.getSnapshot().status).toBe('failed')
  })

  it('is ten seconds by default', async () => {
    const { host } = connect(silence)
    const ready = outcome(host.ready())
    vi.advanceTimersByTime(9_999)
    await nextTask()
    expect(host.getSnapshot().status).toBe('connecting')
    vi.advanceTimersByTime(1)
    expect(await ready).toBe('ERR_HANDSHAKE_TIMEOUT')
  })

  it('ignores a late response and leaves no timer or listener', async () => {
    const { home, host } = connect(silence)
    const ready = outcome(host.ready())
    const { nonce } = await home.next('init')
    vi.advanceTimersByTime(10_000)
    await ready
    const failed = host.getSnapshot()
    home.post(await tenant.sign({ jti: nonce }))
    await nextTask()
    await nextTask()
    expect(host.getSnapshot()).toBe(failed)
    expect(home.listening()).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('also ends a verification that does not settle', async () => {
    const keys = scriptFetch()
    const { host } = connect(({ nonce }) => tenant.sign({ jti: nonce }, { jku: 'https://keys.example.com/key.json' }), {
      trust: rotating,
      fetch: keys.fetch,
    })
    const ready = outcome(host.ready())
    await keys.next()
    vi.advanceTimersByTime(10_000)
    expect(await ready).toBe('ERR_HANDSHAKE_TIMEOUT')
  })
})

describe('retry()', () => {
  it('does nothing while connecting or ready', async () => {
    const { home, host } = connect()
    const ready = host.ready()
    host.retry()
    expect(host.ready()).toBe(ready)
    const snapshot = await ready
    host.retry()
    await nextTask()
    expect(host.getSnapshot()).toBe(snapshot)
    expect(home.sent).toHaveLength(1)
  })

  it('sends a new handshake request with a new nonce after a failure', async () => {
    const { home, host } = connect(({ nonce }, turn) => tenant.sign({ jti: nonce, sub: turn === 1 ? 'save' : 'init' }))
    const statuses: string[] = []
    host.subscribe(() => statuses.push(host.getSnapshot().status))
    await outcome(host.ready())
    host.retry()
    expect(host.getSnapshot()).toBe(CONNECTING)
    await host.ready()
    expect(statuses).toEqual(['failed', 'connecting', 'ready'])
    const [first, second] = home.sent
    expect(second?.nonce).not.toBe(first?.nonce)
    expect(second?.targetOrigin).toBe('*')
    expect(home.listening()).toBe(1)
  })

  it('opens a closed connection again', async () => {
    const { home, host } = connect()
    await host.ready()
    host.close()
    host.retry()
    const again = await host.ready()
    expect(host.getSnapshot()).toBe(again)
    expect(home.sent).toHaveLength(2)
    expect(home.listening()).toBe(1)
  })

  it('ignores the response to an earlier handshake request', async () => {
    const { home, host } = connect(silence)
    void host.ready()
    const { nonce } = await home.next('init')
    host.close()
    host.retry()
    home.post(await tenant.sign({ jti: nonce }))
    expect(await home.seen({ direction: 'in' })).toMatchObject({ verdict: 'ignored', reason: 'not-awaited' })
    expect(host.getSnapshot()).toBe(CONNECTING)
  })

  it('accepts another host than before', async () => {
    const other = await createTokenFactory({ issuer: 'https://other.example.com', clock })
    const trust = [...tenant.trust, ...other.trust]
    const { home, host } = connect(({ nonce }, turn) => (turn === 1 ? tenant.sign({ jti: nonce }) : undefined), {
      trust,
    })
    await host.ready()
    host.close()
    host.retry()
    await home.next('init')
    const { nonce, targetOrigin } = await home.next('init')
    home.post(await other.sign({ jti: nonce, 'ctx.userId': 'another' }), { origin: other.issuer })
    expect(await host.ready()).toMatchObject({ issuer: other.issuer, context: { userId: 'another' } })
    expect(targetOrigin).toBe('*')
  })
})

describe('close()', () => {
  it('rejects every promise that waits for the handshake', async () => {
    const { host } = connect(silence)
    const waiting = [host.ready(), host.getToken(), host.getToken({ fresh: true }), host.request('profile')].map(
      outcome,
    )
    host.close()
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['ERR_CONNECTION_CLOSED']))
  })

  it('rejects every pending promise after the handshake', async () => {
    const { home, host } = connect(once)
    await host.ready()
    const waiting = [host.getToken({ fresh: true }), host.request('profile'), host.request('profile')].map(outcome)
    await home.next('profile')
    host.close()
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['ERR_CONNECTION_CLOSED']))
  })

  it('rejects every later call', async () => {
    const { home, host } = connect()
    await host.ready()
    host.close()
    const later = [host.getToken(), host.getToken({ fresh: true }), host.request('profile')].map(outcome)
    expect(new Set(await Promise.all(later))).toEqual(new Set(['ERR_CONNECTION_CLOSED']))
    host.setHeight(10)
    host.subscribe(() => undefined)
    host.on('edit', () => undefined)
    await nextTask()
    expect(home.sent).toHaveLength(1)
    expect(home.listening()).toBe(0)
  })

  it('makes a later ready() reject instead of returning the earlier snapshot', async () => {
    const { host } = connect()
    const before = host.ready()
    await before
    host.close()
    const after = host.ready()
    expect(await outcome(after)).toBe('ERR_CONNECTION_CLOSED')
    expect(host.ready()).toBe(after)
    expect((await before).status).toBe('ready')
    host.retry()
    expect((await host.ready()).status).toBe('ready')
  })

  it('is idempotent', async () => {
    const { host } = connect()
    await host.ready()
    const changes: HostSnapshot[] = []
    host.subscribe(() => changes.push(host.getSnapshot()))
    host.close()
    host.close()
    expect(changes).toHaveLength(1)
    expect(host.getSnapshot()).toBe(changes[0])
    expect(host.getSnapshot()).toEqual({ status: 'closed' })
  })

  it('ignores the result of a running verification', async () => {
    const { home, host } = connect(silence)
    const changes = vi.fn()
    host.subscribe(changes)
    const { nonce } = await home.next('init')
    home.post(await tenant.sign({ jti: nonce }))
    await Promise.resolve()
    host.close()
    const closed = host.getSnapshot()
    expect(await home.seen({ direction: 'in' })).toMatchObject({ verdict: 'refused' })
    await nextTask()
    expect(host.getSnapshot()).toBe(closed)
    expect(changes).toHaveBeenCalledTimes(1)
    expect(await outcome(host.ready())).toBe('ERR_CONNECTION_CLOSED')
  })

  it('aborts a running request for a key document', async () => {
    const keys = scriptFetch()
    const { home, host } = connect(
      ({ nonce }) => tenant.sign({ jti: nonce }, { jku: 'https://keys.example.com/key.json' }),
      {
        trust: rotating,
        fetch: keys.fetch,
      },
    )
    const ready = outcome(host.ready())
    const { signal, fail } = await keys.next()
    host.close()
    expect(signal?.aborted).toBe(true)
    fail(signal?.reason)
    expect(await ready).toBe('ERR_CONNECTION_CLOSED')
    await home.seen({ verdict: 'refused' })
    expect(home.listening()).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('ignores a key document that arrives after the abort', async () => {
    const keys = scriptFetch()
    const { home, host } = connect(
      ({ nonce }) => tenant.sign({ jti: nonce }, { jku: 'https://keys.example.com/key.json' }),
      {
        trust: rotating,
        fetch: keys.fetch,
      },
    )
    void host.ready()
    const { respond } = await keys.next()
    host.close()
    respond(Response.json({ keys: [tenant.jwk] }))
    await home.seen({ verdict: 'refused' })
    await nextTask()
    expect(host.getSnapshot()).toEqual({ status: 'closed' })
  })

  it.each<[string, (scene: Scene) => unknown]>([
    ['while connecting', ({ home }) => home.next('init')],
    ['when ready', ({ host }) => host.ready()],
    [
      'with requests under way',
      async ({ home, host }) => {
        await host.ready()
        void outcome(host.request('profile', {}, { timeout: 60_000 }))
        void outcome(host.getToken({ fresh: true }))
        await home.next('profile')
      },
    ],
    ['after a failure', ({ host }) => (vi.advanceTimersByTime(10_000), outcome(host.ready()))],
  ])('leaves no listener and no timer: %s', async (_, prepare) => {
    const scene = connect(once)
    void scene.host.ready()
    await prepare(scene)
    scene.host.close()
    await nextTask()
    expect(scene.home.listening()).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('removes its listeners from the signals of requests', async () => {
    const { home, host } = connect(once)
    const { signal } = new AbortController()
    await host.ready()
    const response = outcome(host.request('profile', {}, { signal }))
    await home.next('profile')
    expect(getEventListeners(signal, 'abort').length).toBeGreaterThan(0)
    host.close()
    await response
    await nextTask()
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })

  it.each([0, 1, 2, 3, 4, 5, 6])('takes effect %i microtasks after the verification', async (microtasks) => {
    const home = scriptHost({ tenant, clock })
    const host = createHaiiloHost({
      ...home.options,
      onWire: ({ verdict }) => {
        if (verdict === 'accepted') void closeLater()
      },
    })
    async function closeLater(): Promise<void> {
      for (let passed = 0; passed < microtasks; passed += 1) await Promise.resolve()
      host.close()
    }
    onTestFinished(host.close)
    const statuses: string[] = []
    host.subscribe(() => statuses.push(host.getSnapshot().status))
    await outcome(host.ready())
    await nextTask()
    expect(host.getSnapshot()).toEqual({ status: 'closed' })
    expect(statuses.at(-1)).toBe('closed')
    expect(statuses.filter((status) => status === 'closed')).toHaveLength(1)
    expect(home.listening()).toBe(0)
  })

  it('can be called by a listener when the host becomes ready', async () => {
    const { home, host } = connect()
    host.subscribe(() => host.close())
    expect(await outcome(host.ready())).toBe('ERR_CONNECTION_CLOSED')
    expect(host.getSnapshot().status).toBe('closed')
    await nextTask()
    expect(home.listening()).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })
})

it('leaves no listener and no timer after a failure', async () => {
  const { home, host } = connect(({ nonce }) => tenant.sign({ jti: nonce, sub: 'save' }))
  await outcome(host.ready())
  await nextTask()
  expect(home.listening()).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
})

it('leaves only its listener once it is ready', async () => {
  const { home, host } = connect()
  await host.ready()
  await nextTask()
  expect(home.listening()).toBe(1)
  expect(vi.getTimerCount()).toBe(0)
})
