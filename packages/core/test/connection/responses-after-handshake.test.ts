import { createTokenFactory, nextTask, scriptHost, type PluginPost, type ScriptedHost } from '@haiilo-kit/test-kit'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { outcome } from '../outcome.js'
import { createHaiiloHost, type HaiiloHost, type HaiiloHostOptions, type ReadySnapshot } from '../../src/index.js'

const NOW = 1_700_000_000_000
const SECONDS = NOW / 1000
const WRAPPER = 'https://wrapper.example.com'
const clock = (): number => NOW
const tenant = await createTokenFactory({ clock })
const stranger = await createTokenFactory({ clock })
const neighbour = await createTokenFactory({ issuer: 'https://neighbour.example.com', clock })

interface Scene {
  readonly home: ScriptedHost
  readonly host: HaiiloHost
  readonly snapshot: ReadySnapshot
}

/** A ready host that then responds with `answer`. */
async function ready(answer: (message: PluginPost) => unknown, options: HaiiloHostOptions = {}): Promise<Scene> {
  const home = scriptHost({
    tenant,
    clock,
    origin: WRAPPER,
    answer: (message, turn) =>
      message.subject === 'init' && turn === 1 ? tenant.sign({ jti: message.nonce }) : answer(message),
  })
  const host = createHaiiloHost({
    ...home.options,
    trust: [...tenant.trust, ...neighbour.trust],
    embedders: [WRAPPER],
    ...options,
  })
  onTestFinished(host.close)
  const snapshot = await host.ready()
  return { home, host, snapshot }
}

describe('a refused response', () => {
  const refusals: [name: string, code: string, answer: (message: PluginPost) => Promise<string>][] = [
    ['a bad signature', 'ERR_TOKEN_SIGNATURE', ({ nonce, subject }) => stranger.sign({ jti: nonce, sub: subject })],
    [
      'a bad signature for another user',
      'ERR_TOKEN_SIGNATURE',
      ({ nonce, subject }) => stranger.sign({ jti: nonce, sub: subject, 'ctx.userId': 'another' }),
    ],
    [
      'an expired token for another user',
      'ERR_TOKEN_EXPIRED',
      ({ nonce, subject }) =>
        tenant.sign({ jti: nonce, sub: subject, 'ctx.userId': 'another', iat: SECONDS - 120, exp: SECONDS - 60 }),
    ],
    [
      'no user',
      'ERR_TOKEN_CONTEXT',
      ({ nonce, subject }) => tenant.sign({ jti: nonce, sub: subject, 'ctx.userId': '' }),
    ],
    ['another subject', 'ERR_TOKEN_SUBJECT', ({ nonce }) => tenant.sign({ jti: nonce, sub: 'something-else' })],
    [
      'an issuer that nobody trusts',
      'ERR_TOKEN_ISSUER',
      ({ nonce, subject }) => tenant.sign({ jti: nonce, sub: subject, iss: 'https://evil.example.com' }),
    ],
  ]

  it.each(refusals)('fails only its own promise: %s (%s)', async (_, code, answer) => {
    let refuse = true
    const { home, host, snapshot } = await ready((message) =>
      refuse ? answer(message) : tenant.sign({ jti: message.nonce, sub: message.subject }),
    )
    const changes = vi.fn()
    host.subscribe(changes)
    expect(await outcome(host.request('profile'))).toBe(code)
    expect(await outcome(host.getToken({ fresh: true }))).toBe(code)
    expect(host.getSnapshot()).toBe(snapshot)
    expect(await host.ready()).toBe(snapshot)
    expect(changes).not.toHaveBeenCalled()
    expect(home.listening()).toBe(1)
    // the next request gets its response
    refuse = false
    expect((await host.request('profile')).subject).toBe('profile')
    expect(await host.getToken({ fresh: true })).toBeTypeOf('string')
  })

  it('does not affect other requests', async () => {
    const { home, host } = await ready(() => undefined)
    const [first, second] = [outcome(host.request('one')), host.request('two')]
    const [one, two] = [await home.next('one'), await home.next('two')]
    home.post(await stranger.sign({ jti: one.nonce, sub: 'one' }))
    expect(await first).toBe('ERR_TOKEN_SIGNATURE')
    home.post(await tenant.sign({ jti: two.nonce, sub: 'two' }))
    expect((await second).nonce).toBe(two.nonce)
  })

  it('keeps the current token', async () => {
    const { host, snapshot } = await ready(({ nonce }) => stranger.sign({ jti: nonce }))
    await outcome(host.getToken({ fresh: true }))
    expect(await host.getToken()).toBe(snapshot.token)
  })
})

describe('a verified response for', () => {
  const others: [name: string, answer: (message: PluginPost) => Promise<string>][] = [
    ['another user', ({ nonce, subject }) => tenant.sign({ jti: nonce, sub: subject, 'ctx.userId': 'another' })],
    ['another tenant', ({ nonce, subject }) => tenant.sign({ jti: nonce, sub: subject, 'ctx.tenantId': 'another' })],
    ['another issuer', ({ nonce, subject }) => neighbour.sign({ jti: nonce, sub: subject })],
  ]
  const questions: [name: string, ask: (host: HaiiloHost) => Promise<unknown>][] = [
    ['getToken()', (host) => host.getToken({ fresh: true })],
    ['a request', (host) => host.request('profile')],
  ]

  describe.each(questions)('(requested by %s)', (_, ask) => {
    it.each(others)('%s fails the connection and drops the token', async (__, answer) => {
      const { home, host } = await ready(answer)
      expect(await outcome(ask(host))).toBe('ERR_IDENTITY_CHANGED')
      const snapshot = host.getSnapshot()
      expect(snapshot).toMatchObject({ status: 'failed', error: { code: 'ERR_IDENTITY_CHANGED' } })
      expect([snapshot.context, snapshot.config, snapshot.claims, snapshot.token]).toEqual(Array(4).fill(undefined))
      expect(await outcome(host.ready())).toBe('ERR_IDENTITY_CHANGED')
      expect(await outcome(host.getToken())).toBe('ERR_IDENTITY_CHANGED')
      expect(await outcome(host.request('profile'))).toBe('ERR_IDENTITY_CHANGED')
      expect(() => host.send('setHeight', { height: 1 })).toThrow(snapshot.error)
      await nextTask()
      expect(home.listening()).toBe(0)
    })
  })

  it('another user rejects all pending promises and calls listeners once', async () => {
    const { home, host } = await ready(({ nonce, subject }) =>
      subject === 'init' ? tenant.sign({ jti: nonce, 'ctx.userId': 'another' }) : undefined,
    )
    const changes: string[] = []
    host.subscribe(() => changes.push(host.getSnapshot().status))
    const waiting = [
      outcome(host.request('profile')),
      outcome(host.getToken({ fresh: true })),
      outcome(host.getToken({ fresh: true })),
    ]
    await home.next('profile')
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['ERR_IDENTITY_CHANGED']))
    expect(changes).toEqual(['failed'])
  })

  it('another user is accepted after retry()', async () => {
    const { host } = await ready(({ nonce }) => tenant.sign({ jti: nonce, 'ctx.userId': 'another' }))
    await outcome(host.getToken({ fresh: true }))
    host.retry()
    expect((await host.ready()).context.userId).toBe('another')
    expect(await host.getToken()).toBe(host.getSnapshot().token)
  })

  it('the same user without a tenant id is the same identity', async () => {
    const { host } = await ready(({ nonce }) => tenant.sign({ jti: nonce, 'ctx.tenantId': undefined }))
    await host.getToken({ fresh: true })
    expect(host.getSnapshot()).toMatchObject({ status: 'ready', context: { userId: 'user-1' } })
  })

  it('the same issuer with a trailing slash is the same identity', async () => {
    const { host } = await ready(({ nonce }) => tenant.sign({ jti: nonce, iss: `${tenant.issuer}/` }))
    await host.getToken({ fresh: true })
    expect(host.getSnapshot().status).toBe('ready')
  })
})

describe('a refresh', () => {
  it('with equal claims keeps the snapshot', async () => {
    const { host, snapshot } = await ready(({ nonce }) => tenant.sign({ jti: nonce }))
    const changes = vi.fn()
    host.subscribe(changes)
    const token = await host.getToken({ fresh: true })
    expect(token).not.toBe(snapshot.token)
    expect(host.getSnapshot()).toBe(snapshot)
    expect(changes).not.toHaveBeenCalled()
  })

  it('with the same claims in another order keeps the snapshot', async () => {
    const answers = ['{"a":1,"b":[1,2]}', '{"b":[1,2],"a":1}']
    const home = scriptHost({
      tenant,
      clock,
      answer: ({ nonce }, turn) =>
        tenant.signText(
          '{"alg":"RS512"}',
          `{"cfg.shop":${answers[turn - 1] ?? ''},"jti":"${nonce}","sub":"init","iss":"${tenant.issuer}","iat":${SECONDS},"exp":${SECONDS + 60},"ctx.userId":"user-1"}`,
        ),
    })
    const host = createHaiiloHost(home.options)
    onTestFinished(host.close)
    const snapshot = await host.ready()
    await host.getToken({ fresh: true })
    expect(host.getSnapshot()).toBe(snapshot)
  })

  it.each<[string, object, same: string, other: string]>([
    ['configuration', { 'cfg.canteen': 'north' }, 'context', 'config'],
    ['name', { 'ctx.userName': 'Ada' }, 'config', 'context'],
  ])('with another %s changes only that object', async (_, claims, same, other) => {
    const { host, snapshot } = await ready(({ nonce }) => tenant.sign({ jti: nonce, ...claims }))
    const changes = vi.fn()
    host.subscribe(changes)
    await host.getToken({ fresh: true })
    const next = host.getSnapshot()
    expect(changes).toHaveBeenCalledTimes(1)
    expect(next).not.toBe(snapshot)
    expect(next).toHaveProperty(same, snapshot[same as 'context'])
    expect(next[same as 'context']).toBe(snapshot[same as 'context'])
    expect(next[other as 'context']).not.toEqual(snapshot[other as 'context'])
    expect(Object.isFrozen(next)).toBe(true)
    expect(next.token).toBe(await host.getToken())
  })

  it('with another edit mode changes `editing`', async () => {
    const { host, snapshot } = await ready(({ nonce }) => tenant.sign({ jti: nonce, 'stt.edit': true }))
    await host.getToken({ fresh: true })
    expect(host.getSnapshot()).toMatchObject({ status: 'ready', editing: true })
    expect(host.getSnapshot().context).toBe(snapshot.context)
    expect(host.getSnapshot().config).toBe(snapshot.config)
  })

  it('without a response rejects and keeps the host ready', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const { home, host, snapshot } = await ready(() => undefined)
    await home.next('init')
    for (const turn of ['first', 'second']) {
      const refresh = outcome(host.getToken({ fresh: true }))
      await home.next('init')
      vi.advanceTimersByTime(10_000)
      expect(await refresh, turn).toBe('ERR_REQUEST_TIMEOUT')
      expect(host.getSnapshot()).toBe(snapshot)
    }
  })

  it('is sent to the pinned origin only', async () => {
    const { home, host } = await ready(({ nonce }) => tenant.sign({ jti: nonce }))
    await host.getToken({ fresh: true })
    expect(home.sent.map(({ subject, targetOrigin }) => [subject, targetOrigin])).toEqual([
      ['init', '*'],
      ['init', WRAPPER],
    ])
  })
})
