import {
  createTokenFactory,
  nextTask,
  scriptFetch,
  scriptHost,
  type ScriptedHost,
  type ScriptedHostSettings,
} from '@haiilo-kit/test-kit'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { outcome } from '../outcome.js'
import { openScene, type Scene } from '../scene.js'
import { createHaiiloHost, type HaiiloHostOptions } from '../../src/index.js'

const START = 1_700_000_000_000
let now = START
const clock = (): number => now
const tenant = await createTokenFactory({ clock })

beforeEach(() => {
  now = START
})

async function ready(settings: Partial<ScriptedHostSettings> = {}, options: HaiiloHostOptions = {}): Promise<Scene> {
  const scene = openScene({ tenant, clock, ...settings }, options)
  await scene.host.ready()
  return scene
}

function inits({ sent }: ScriptedHost): number {
  return sent.filter(({ subject }) => subject === 'init').length
}

describe('getToken()', () => {
  it('returns the token of the handshake while it is valid', async () => {
    const { home, host } = await ready()
    expect(await host.getToken()).toBe(host.getSnapshot().token)
    expect(await host.getToken()).toBe(host.getSnapshot().token)
    expect(inits(home)).toBe(1)
  })

  it('opens the connection and waits for it', async () => {
    const home = scriptHost({ tenant, clock })
    const host = createHaiiloHost(home.options)
    onTestFinished(host.close)
    const token = await host.getToken()
    expect(token).toBe(host.getSnapshot().token)
    expect(inits(home)).toBe(1)
  })

  it.each<[seconds: number, options: { minTtl?: number } | undefined, inits: number]>([
    [50, undefined, 1],
    [51, undefined, 2],
    [40, { minTtl: 20 }, 1],
    [41, { minTtl: 20 }, 2],
    [59, { minTtl: 0 }, 1],
    [61, { minTtl: 0 }, 2],
  ])('%i s later, with %o, has sent %i handshake requests', async (seconds, options, expected) => {
    const { home, host } = await ready()
    now += seconds * 1000
    const token = await host.getToken(options)
    expect(inits(home)).toBe(expected)
    expect(token === host.getSnapshot().token).toBe(expected === 1)
  })

  it('sends one request for concurrent calls', async () => {
    const { home, host } = await ready()
    now += 60_000
    const tokens = await Promise.all([
      host.getToken(),
      host.getToken({ minTtl: 30 }),
      host.getToken({ fresh: true }),
      host.getToken({ fresh: true }),
    ])
    expect(new Set(tokens).size).toBe(1)
    expect(inits(home)).toBe(2)
    expect(await host.getToken()).toBe(tokens[0])
    expect(inits(home)).toBe(2)
  })

  it('rejects if a listener closes the connection because of the fresh token', async () => {
    const { host } = await ready({
      answer: ({ nonce }, count) => tenant.sign({ jti: nonce, 'cfg.menu': count }),
    })
    host.subscribe(host.close)
    expect(await outcome(host.getToken({ fresh: true }))).toBe('ERR_CONNECTION_CLOSED')
  })

  it('always sends a request with `fresh`', async () => {
    const { home, host } = await ready()
    const first = await host.getToken()
    const second = await host.getToken({ fresh: true })
    const third = await host.getToken({ fresh: true })
    expect(new Set([first, second, third]).size).toBe(3)
    expect(inits(home)).toBe(3)
    expect(await host.getToken()).toBe(third)
  })

  it('rejects if even a fresh token expires too soon', async () => {
    const { home, host } = await ready()
    const snapshot = host.getSnapshot()
    expect(await outcome(host.getToken({ minTtl: 61 }))).toBe('ERR_TOKEN_TTL')
    expect(inits(home)).toBe(2)
    expect(host.getSnapshot()).toBe(snapshot)
    expect(await host.getToken({ minTtl: 60 })).toBeTypeOf('string')
    expect(await outcome(host.getToken({ fresh: true, minTtl: 61 }))).toBe('ERR_TOKEN_TTL')
  })

  it.each<{ minTtl: unknown }>([{ minTtl: Number.NaN }, { minTtl: '10' }, { minTtl: null }, { minTtl: {} }])(
    'rejects with a TypeError if `minTtl` is not a finite number: $minTtl',
    async ({ minTtl }) => {
      const { host } = await ready()
      await expect(host.getToken({ minTtl: minTtl as number })).rejects.toBeInstanceOf(TypeError)
    },
  )

  it.each([-25, 25])('counts the lifetime from the receipt: the clock of the host differs by %i s', async (skew) => {
    const ahead = await createTokenFactory({ clock: () => now + skew * 1000 })
    const { home, host } = await ready({ tenant: ahead })
    now += 49_000
    expect(await host.getToken()).toBe(host.getSnapshot().token)
    expect(inits(home)).toBe(1)
    now += 2_000
    expect(await host.getToken()).not.toBe(host.getSnapshot().token)
    expect(inits(home)).toBe(2)
  })

  it('counts the lifetime from the receipt, not from the end of a slow verification', async () => {
    const keys = scriptFetch()
    const home = scriptHost({
      tenant,
      clock,
      answer: ({ nonce }) => tenant.sign({ jti: nonce }, { jku: 'https://keys.example.com/key.json' }),
    })
    const trust = [{ issuer: tenant.issuer, jku: ['https://keys.example.com/'] }]
    const host = createHaiiloHost({ ...home.options, trust, fetch: keys.fetch })
    onTestFinished(host.close)
    const opening = host.ready()
    const { respond } = await keys.next()
    now += 55_000
    respond(Response.json({ keys: [tenant.jwk] }))
    await opening
    expect(await host.getToken()).not.toBe(host.getSnapshot().token)
    expect(inits(home)).toBe(2)
  })

  it('does not extend the lifetime if the clock is set back', async () => {
    const { home, host } = await ready()
    now -= 3_600_000
    expect(await host.getToken()).not.toBe(host.getSnapshot().token)
    expect(inits(home)).toBe(2)
  })

  it('sends another request after a timeout and keeps the host ready', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const { home, host } = await ready({
      answer: ({ nonce }, turn) => (turn === 2 ? undefined : tenant.sign({ jti: nonce })),
    })
    const snapshot = host.getSnapshot()
    const lost = outcome(host.getToken({ fresh: true }))
    await home.next('init')
    await home.next('init')
    vi.advanceTimersByTime(10_000)
    expect(await lost).toBe('ERR_REQUEST_TIMEOUT')
    expect(host.getSnapshot()).toBe(snapshot)
    expect(await host.getToken()).toBe(snapshot.token)
    expect(await host.getToken({ fresh: true })).not.toBe(snapshot.token)
    expect(inits(home)).toBe(3)
  })

  it('rejects with the error of a failed connection and sends nothing', async () => {
    const home = scriptHost({ tenant, clock, answer: ({ nonce }) => tenant.sign({ jti: nonce, sub: 'save' }) })
    const host = createHaiiloHost(home.options)
    onTestFinished(host.close)
    expect(await outcome(host.getToken())).toBe('ERR_TOKEN_SUBJECT')
    expect(await outcome(host.getToken({ fresh: true }))).toBe('ERR_TOKEN_SUBJECT')
    expect(inits(home)).toBe(1)
  })

  it('does not return an old token after close() and retry()', async () => {
    const { host } = await ready()
    const before = await host.getToken()
    host.close()
    expect(await outcome(host.getToken())).toBe('ERR_CONNECTION_CLOSED')
    host.retry()
    expect(await host.getToken()).not.toBe(before)
  })

  it('does not use a refresh of an earlier session', async () => {
    const { home, host } = await ready({
      answer: ({ nonce }, turn) => (turn === 2 ? undefined : tenant.sign({ jti: nonce })),
    })
    const old = outcome(host.getToken({ fresh: true }))
    await home.next('init')
    await home.next('init')
    host.close()
    host.retry()
    await host.ready()
    expect(await host.getToken({ fresh: true })).toBeTypeOf('string')
    expect(await old).toBe('ERR_CONNECTION_CLOSED')
    expect(inits(home)).toBe(4)
  })
})

describe('after the page comes back from the back/forward cache', () => {
  it('drops the token', async () => {
    const { home, host } = await ready()
    const snapshot = host.getSnapshot()
    home.restore()
    expect(host.getSnapshot()).toBe(snapshot)
    expect(await host.getToken()).not.toBe(snapshot.token)
    expect(inits(home)).toBe(2)
  })

  it('sends an unfinished handshake again', async () => {
    const home = scriptHost({
      tenant,
      clock,
      answer: (post, turn) => (turn === 2 ? tenant.sign({ jti: post.nonce }) : undefined),
    })
    const host = createHaiiloHost(home.options)
    onTestFinished(host.close)
    const opening = host.ready()
    await home.next('init')
    home.restore()
    expect((await opening).status).toBe('ready')
    expect(home.sent.map(({ targetOrigin }) => targetOrigin)).toEqual(['*', '*'])
  })

  it('sends an unfinished refresh again', async () => {
    const { home, host } = await ready({
      answer: ({ nonce }, turn) => (turn === 2 ? undefined : tenant.sign({ jti: nonce })),
    })
    const token = host.getToken({ fresh: true })
    await home.next('init')
    await home.next('init')
    home.restore()
    expect(await token).toBeTypeOf('string')
    expect(inits(home)).toBe(3)
  })

  it('sends nothing if no request is pending, and nothing after close()', async () => {
    const { home, host } = await ready()
    home.restore()
    await nextTask()
    expect(inits(home)).toBe(1)
    host.close()
    home.restore()
    await nextTask()
    expect(inits(home)).toBe(1)
  })
})
