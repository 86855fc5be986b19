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
  it('gives the token of the handshake while that lives', async () => {
    const { home, host } = await ready()
    expect(await host.getToken()).toBe(host.getSnapshot().token)
    expect(await host.getToken()).toBe(host.getSnapshot().token)
    expect(inits(home)).toBe(1)
  })

  it('opens the host and waits for it', async () => {
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
  ])('%i s later, with %o, has asked %i times', async (seconds, options, expected) => {
    const { home, host } = await ready()
    now += seconds * 1000
    const token = await host.getToken(options)
    expect(inits(home)).toBe(expected)
    expect(token === host.getSnapshot().token).toBe(expected === 1)
  })

  it('asks once, however many ask at the same time', async () => {
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

  it('says so when a listener closes the connection at what the fresh token brings', async () => {
    const { host } = await ready({
      answer: ({ nonce }, count) => tenant.sign({ jti: nonce, 'cfg.menu': count }),
    })
    host.subscribe(host.close)
    expect(await outcome(host.getToken({ fresh: true }))).toBe('ERR_CONNECTION_CLOSED')
  })

  it('asks in any case when a fresh one is wanted', async () => {
    const { home, host } = await ready()
    const first = await host.getToken()
    const second = await host.getToken({ fresh: true })
    const third = await host.getToken({ fresh: true })
    expect(new Set([first, second, third]).size).toBe(3)
    expect(inits(home)).toBe(3)
    expect(await host.getToken()).toBe(third)
  })

  it('says so when even a fresh token lives too short', async () => {
    const { home, host } = await ready()
    const snapshot = host.getSnapshot()
    expect(await outcome(host.getToken({ minTtl: 61 }))).toBe('ERR_TOKEN_TTL')
    expect(inits(home)).toBe(2)
    expect(host.getSnapshot()).toBe(snapshot)
    expect(await host.getToken({ minTtl: 60 })).toBeTypeOf('string')
    expect(await outcome(host.getToken({ fresh: true, minTtl: 61 }))).toBe('ERR_TOKEN_TTL')
  })

  it.each<{ minTtl: unknown }>([{ minTtl: Number.NaN }, { minTtl: '10' }, { minTtl: null }, { minTtl: {} }])(
    'never gives out a dead token: $minTtl',
    async ({ minTtl }) => {
      const { host } = await ready()
      const dead = host.getSnapshot().token
      now += 600_000
      const outcome = await host.getToken({ minTtl: minTtl as number }).catch((error: unknown) => error)
      expect(outcome).not.toBe(dead)
      if (typeof outcome !== 'string') expect(outcome).toBeInstanceOf(TypeError)
    },
  )

  it.each([-25, 25])('counts from the receipt: the host’s clock is %i s off', async (skew) => {
    const ahead = await createTokenFactory({ clock: () => now + skew * 1000 })
    const { home, host } = await ready({ tenant: ahead })
    now += 49_000
    expect(await host.getToken()).toBe(host.getSnapshot().token)
    expect(inits(home)).toBe(1)
    now += 2_000
    expect(await host.getToken()).not.toBe(host.getSnapshot().token)
    expect(inits(home)).toBe(2)
  })

  it('counts from the receipt, not from the end of a slow verification', async () => {
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

  it('takes no token for younger because the clock was set back', async () => {
    const { home, host } = await ready()
    now -= 3_600_000
    expect(await host.getToken()).not.toBe(host.getSnapshot().token)
    expect(inits(home)).toBe(2)
  })

  it('asks again when the answer was lost, and leaves the host ready', async () => {
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

  it('rejects with the failure, and asks nobody', async () => {
    const home = scriptHost({ tenant, clock, answer: ({ nonce }) => tenant.sign({ jti: nonce, sub: 'save' }) })
    const host = createHaiiloHost(home.options)
    onTestFinished(host.close)
    expect(await outcome(host.getToken())).toBe('ERR_TOKEN_SUBJECT')
    expect(await outcome(host.getToken({ fresh: true }))).toBe('ERR_TOKEN_SUBJECT')
    expect(inits(home)).toBe(1)
  })

  it('gives no token of before once the host was closed and opened again', async () => {
    const { host } = await ready()
    const before = await host.getToken()
    host.close()
    expect(await outcome(host.getToken())).toBe('ERR_CONNECTION_CLOSED')
    host.retry()
    expect(await host.getToken()).not.toBe(before)
  })

  it('does not mix a refresh of before with the connection after it', async () => {
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

describe('back from the back/forward cache', () => {
  it('the token is dropped', async () => {
    const { home, host } = await ready()
    const snapshot = host.getSnapshot()
    home.restore()
    expect(host.getSnapshot()).toBe(snapshot)
    expect(await host.getToken()).not.toBe(snapshot.token)
    expect(inits(home)).toBe(2)
  })

  it('an unfinished handshake is asked anew', async () => {
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

  it('an unfinished refresh is asked anew', async () => {
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

  it('asks nothing of its own accord, and nothing after close', async () => {
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
