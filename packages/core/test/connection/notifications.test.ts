import { createTokenFactory, nextTask, scriptHost, type ScriptedHostSettings } from '@haiilo-kit/test-kit'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openScene, type Scene } from '../scene.js'
import { createHaiiloHost, type HaiiloError, type HaiiloHostOptions, type VerifiedMessage } from '../../src/index.js'

const NOW = 1_700_000_000_000
const SECONDS = NOW / 1000
const clock = (): number => NOW
const tenant = await createTokenFactory({ clock })
const stranger = await createTokenFactory({ clock })
const neighbour = await createTokenFactory({ issuer: 'https://neighbour.example.com', clock })

interface PingScene extends Scene {
  /** The messages that the handler of `ping` got. */
  readonly pings: VerifiedMessage[]
}

async function ready(
  options: HaiiloHostOptions = {},
  settings: Partial<ScriptedHostSettings> = {},
): Promise<PingScene> {
  const { home, host } = openScene({ tenant, clock, ...settings }, options)
  const pings: VerifiedMessage[] = []
  host.on('ping', (message) => pings.push(message))
  await host.ready()
  await home.seen({ verdict: 'accepted' })
  return { home, host, pings }
}

/** Another base64url encoding of the same signature. */
function respell(token: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return token.slice(0, -1) + alphabet.charAt(alphabet.indexOf(token.slice(-1)) ^ 1)
}

function ping(claims: object = {}): Promise<string> {
  return tenant.sign({ sub: 'ping', jti: 'ping-1', ...claims })
}

describe('a notification', () => {
  it('reaches its handler once, with the verified data', async () => {
    const { home, pings } = await ready()
    const token = await ping({ 'ping.count': 3 })
    home.post(token)
    expect(await home.seen({ direction: 'in' })).toMatchObject({
      verdict: 'accepted',
      subject: 'ping',
      nonce: 'ping-1',
    })
    expect(pings).toHaveLength(1)
    const [message] = pings
    expect(message).toMatchObject({
      subject: 'ping',
      nonce: 'ping-1',
      claims: { 'ping.count': 3, sub: 'ping' },
      context: { userId: 'user-1', tenantId: 'tenant-1' },
      issuer: tenant.issuer,
      origin: tenant.issuer,
    })
    expect(message?.token).toBe(token)
    expect(Object.keys(message ?? {})).not.toContain('token')
    expect(Object.isFrozen(message)).toBe(true)
    expect(Object.isFrozen(message?.claims)).toBe(true)
  })

  it('reaches every handler of its subject once, and no other handler', async () => {
    const { home, host } = await ready()
    const received: string[] = []
    host.on('ping', () => received.push('first'))
    host.on('pong', () => received.push('other'))
    host.on('ping', () => received.push('second'))
    home.post(await ping())
    await home.seen({ verdict: 'accepted' })
    expect(received).toEqual(['first', 'second'])
    home.post(await ping({ jti: 'ping-2' }))
    await home.seen({ verdict: 'accepted' })
    expect(received).toEqual(['first', 'second', 'first', 'second'])
  })

  it('does not reach a removed handler', async () => {
    const { home, host, pings } = await ready()
    const received = vi.fn()
    const stop = host.on('ping', received)
    stop()
    home.post(await ping())
    await home.seen({ verdict: 'accepted' })
    expect(pings).toHaveLength(1)
    expect(received).not.toHaveBeenCalled()
  })

  it('does not reach a handler that another handler removes', async () => {
    const { home, host } = await ready()
    const received = vi.fn()
    host.on('ping', () => stop())
    const stop = host.on('ping', received)
    home.post(await ping())
    await home.seen({ verdict: 'accepted' })
    expect(received).not.toHaveBeenCalled()
  })

  it('reaches a new handler although an earlier one is removed twice', async () => {
    const { home, host } = await ready()
    const received = vi.fn()
    const stop = host.on('pong', () => undefined)
    stop()
    host.on('pong', received)
    stop()
    home.post(await ping({ sub: 'pong' }))
    expect(await home.seen({ direction: 'in' })).toMatchObject({ verdict: 'accepted' })
    expect(received).toHaveBeenCalledTimes(1)
  })

  it('is ignored without verification if no handler has its subject', async () => {
    const { home, host } = await ready()
    host.on('pong', () => undefined)()
    home.post(await ping({ sub: 'pong' }))
    expect(await home.seen({ direction: 'in' })).toMatchObject({ verdict: 'ignored', reason: 'not-awaited' })
  })

  it('is never an `init`: `on` refuses the subject, and the message is ignored', async () => {
    const { home, host } = await ready()
    expect(() => host.on('init', () => undefined)).toThrow(TypeError)
    for (const token of [await tenant.sign({ jti: 'init-2' }), await tenant.sign()]) {
      home.post(token)
      expect(await home.seen({ direction: 'in' })).toMatchObject({ verdict: 'ignored', reason: 'not-awaited' })
    }
  })

  it('is ignored before the handshake', async () => {
    const home = scriptHost({ tenant, clock, answer: () => undefined })
    const host = createHaiiloHost(home.options)
    onTestFinished(host.close)
    const received = vi.fn()
    host.on('ping', received)
    const { nonce } = await home.next('init')
    home.post(await ping())
    expect(await home.seen({ direction: 'in' })).toMatchObject({ verdict: 'ignored', reason: 'not-awaited' })
    home.post(await tenant.sign({ jti: nonce }))
    await host.ready()
    expect(received).not.toHaveBeenCalled()
  })

  it('is accepted right after the handshake response, and published after it', async () => {
    const quiet = scriptHost({ tenant, clock, answer: () => undefined })
    const host = createHaiiloHost(quiet.options)
    onTestFinished(host.close)
    const received: string[] = []
    host.on('ping', ({ nonce }) => received.push(`${nonce} while ${host.getSnapshot().status}`))
    const { nonce } = await quiet.next('init')
    const messages = [await tenant.sign({ jti: nonce }), await ping(), await ping({ jti: 'ping-2' }), await ping()]
    for (const message of messages) quiet.post(message)
    await host.ready()
    await vi.waitUntil(() => received.length > 1)
    await nextTask()
    expect(received).toEqual(['ping-1 while ready', 'ping-2 while ready'])
  })

  it.each([
    ['another tenant', () => neighbour.sign({ sub: 'ping', jti: 'ping-1' })],
    ['another key', () => stranger.sign({ sub: 'ping', jti: 'ping-1' })],
    ['another user', () => ping({ 'ctx.userId': 'user-2' })],
  ])('is refused right after the handshake response if it is from %s', async (_, forge) => {
    const quiet = scriptHost({ tenant, clock, answer: () => undefined })
    const host = createHaiiloHost(quiet.options)
    onTestFinished(host.close)
    const received = vi.fn()
    host.on('ping', received)
    const { nonce } = await quiet.next('init')
    for (const message of [await tenant.sign({ jti: nonce }), await forge()]) quiet.post(message)
    await host.ready()
    expect(await quiet.seen({ direction: 'in', verdict: 'refused' })).toMatchObject({ subject: 'ping' })
    expect(received).not.toHaveBeenCalled()
  })

  it('is dropped beyond the limit while the handshake response is verified', async () => {
    const quiet = scriptHost({ tenant, clock, answer: () => undefined })
    const host = createHaiiloHost(quiet.options)
    onTestFinished(host.close)
    const received = vi.fn()
    host.on('ping', received)
    const { nonce } = await quiet.next('init')
    const messages = await Promise.all(Array.from({ length: 40 }, (_, count) => ping({ jti: `ping-${count}` })))
    for (const message of [await tenant.sign({ jti: nonce }), ...messages]) quiet.post(message)
    await host.ready()
    await vi.waitUntil(() => received.mock.calls.length === 32)
    await nextTask()
    expect(received).toHaveBeenCalledTimes(32)
  })

  it('does not reach a handler after close()', async () => {
    const { home, host, pings } = await ready()
    home.post(await ping())
    await Promise.resolve()
    host.close()
    expect(await home.seen({ direction: 'in' })).toMatchObject({ verdict: 'refused' })
    expect(pings).toEqual([])
  })
})

describe('refuses a notification:', () => {
  const refusals: [name: string, reason: string, token: () => Promise<string>][] = [
    ['a forged one', 'ERR_TOKEN_SIGNATURE', () => stranger.sign({ sub: 'ping', jti: 'ping-1' })],
    ['one for another user', 'ERR_TOKEN_CONTEXT', () => ping({ 'ctx.userId': 'another' })],
    ['one for another tenant', 'ERR_TOKEN_CONTEXT', () => ping({ 'ctx.tenantId': 'another' })],
    ['one without a user', 'ERR_TOKEN_CONTEXT', () => ping({ 'ctx.userId': undefined })],
    ['one of another issuer', 'ERR_TOKEN_ISSUER', () => neighbour.sign({ sub: 'ping', jti: 'ping-1' })],
    ['an expired one', 'ERR_TOKEN_EXPIRED', () => ping({ iat: SECONDS - 120, exp: SECONDS - 60 })],
    ['one of the future', 'ERR_TOKEN_NOT_YET_VALID', () => ping({ iat: SECONDS + 31, exp: SECONDS + 91 })],
    ['one older than the handshake', 'ERR_TOKEN_REPLAYED', () => ping({ iat: SECONDS - 6, exp: SECONDS + 54 })],
    [
      'one that is not signed',
      'ERR_TOKEN_ALGORITHM',
      async () => (await ping()).replace(/^[^.]*/, 'eyJhbGciOiJub25lIn0'),
    ],
    ['one that is respelled', 'ERR_TOKEN_MALFORMED', async () => respell(await ping())],
  ]

  it.each(refusals)('%s (%s), and nothing else changes', async (_, reason, token) => {
    const { home, host, pings } = await ready({
      trust: [...tenant.trust, ...neighbour.trust],
      embedders: [neighbour.issuer],
    })
    const snapshot = host.getSnapshot()
    home.post(await token())
    expect(await home.seen({ direction: 'in' })).toMatchObject({ verdict: 'refused', reason })
    expect(pings).toEqual([])
    expect(host.getSnapshot()).toBe(snapshot)
    // a genuine message with the same nonce is still accepted
    home.post(await ping())
    expect(await home.seen({ direction: 'in' })).toMatchObject({ verdict: 'accepted' })
    expect(pings).toHaveLength(1)
  })

  it('from another tenant of the pinned wrapper', async () => {
    const wrapper = 'https://wrapper.example.com'
    const { home, host, pings } = await ready(
      { trust: [...tenant.trust, ...neighbour.trust], embedders: [wrapper] },
      { origin: wrapper },
    )
    home.post(await neighbour.sign({ sub: 'ping', jti: 'ping-1' }))
    expect(await home.seen({ direction: 'in' })).toMatchObject({ verdict: 'refused', reason: 'ERR_TOKEN_ISSUER' })
    expect(pings).toEqual([])
    expect(host.getSnapshot().status).toBe('ready')
  })

  it('not one that is exactly five seconds older than the handshake', async () => {
    const { home, pings } = await ready()
    home.post(await ping({ iat: SECONDS - 5, exp: SECONDS + 55 }))
    await home.seen({ direction: 'in' })
    expect(pings).toHaveLength(1)
  })

  it('that is older than the first handshake, also after a refresh', async () => {
    let now = NOW
    const moving = await createTokenFactory({ clock: () => now })
    const { home, host, pings } = await ready({}, { tenant: moving, clock: () => now })
    now += 40_000
    await host.getToken({ fresh: true })
    await home.seen({ verdict: 'accepted' })
    home.post(await moving.sign({ sub: 'ping', jti: 'ping-1', iat: SECONDS + 10, exp: SECONDS + 70 }))
    expect(await home.seen({ direction: 'in' })).toMatchObject({ verdict: 'accepted' })
    home.post(await moving.sign({ sub: 'ping', jti: 'ping-2', iat: SECONDS - 6, exp: SECONDS + 54 }))
    expect(await home.seen({ direction: 'in' })).toMatchObject({ verdict: 'refused', reason: 'ERR_TOKEN_REPLAYED' })
    expect(pings).toHaveLength(1)
  })

  it('from another origin than the host, silently', async () => {
    const { home, pings } = await ready()
    home.post(await ping(), { origin: 'https://evil.example.com' })
    expect(await home.seen({ direction: 'in' })).toMatchObject({ verdict: 'ignored', reason: 'other-origin' })
    home.post(await ping(), { fromHost: false })
    expect(await home.seen({ direction: 'in' })).toMatchObject({ verdict: 'ignored', reason: 'other-window' })
    expect(pings).toEqual([])
  })
})

describe('a replay', () => {
  /** Posts all tokens at once and returns their verdicts. */
  async function verdicts({ home }: Scene, ...tokens: string[]): Promise<(string | undefined)[]> {
    for (const token of tokens) home.post(token)
    const entries = await Promise.all(tokens.map(() => home.seen({ direction: 'in' })))
    return entries.map(({ verdict, reason }) => reason ?? verdict).sort()
  }

  it('of the same token is refused', async () => {
    const scene = await ready()
    const token = await ping()
    expect(await verdicts(scene, token)).toEqual(['accepted'])
    expect(await verdicts(scene, token)).toEqual(['ERR_TOKEN_REPLAYED'])
    expect(scene.pings).toHaveLength(1)
  })

  it('of the same token at the same time is refused', async () => {
    const scene = await ready()
    const token = await ping()
    expect(await verdicts(scene, token, token, token)).toEqual(['ERR_TOKEN_REPLAYED', 'ERR_TOKEN_REPLAYED', 'accepted'])
    expect(scene.pings).toHaveLength(1)
  })

  it('of the same token in another encoding is refused', async () => {
    const scene = await ready()
    const token = await ping()
    await verdicts(scene, token)
    expect(await verdicts(scene, respell(token))).not.toContain('accepted')
    expect(scene.pings).toHaveLength(1)
  })

  it('of a token without a nonce is refused', async () => {
    const scene = await ready()
    const token = await ping({ jti: undefined })
    expect(await verdicts(scene, token)).toEqual(['accepted'])
    expect(await verdicts(scene, token)).toEqual(['ERR_TOKEN_REPLAYED'])
    expect(await verdicts(scene, respell(token))).not.toContain('accepted')
    expect(scene.pings).toHaveLength(1)
  })

  it('is detected by the nonce, even if the claims differ', async () => {
    const scene = await ready()
    await verdicts(scene, await ping())
    expect(await verdicts(scene, await ping({ iat: SECONDS + 1, exp: SECONDS + 60 }))).toEqual(['ERR_TOKEN_REPLAYED'])
    expect(scene.pings).toHaveLength(1)
  })

  it.each<[string, object, object]>([
    ['another nonce', {}, { jti: 'ping-2' }],
    ['other claims and no nonce', { jti: undefined }, { jti: undefined, 'ping.count': 2 }],
    ['the same nonce under another subject', {}, { sub: 'pong' }],
    ['a nonce that reads like a missing one', { jti: undefined }, { jti: 'undefined' }],
  ])('is not a message with %s', async (_, first, second) => {
    const scene = await ready()
    scene.host.on('pong', () => undefined)
    expect(await verdicts(scene, await ping(first), await ping(second))).toEqual(['accepted', 'accepted'])
  })

  it('is not a genuine message after a forgery with the same nonce', async () => {
    const scene = await ready()
    expect(await verdicts(scene, await stranger.sign({ sub: 'ping', jti: 'ping-1' }))).toEqual(['ERR_TOKEN_SIGNATURE'])
    expect(await verdicts(scene, await ping())).toEqual(['accepted'])
    expect(scene.pings).toHaveLength(1)
  })

  it('is not a genuine message after a forgery with the same claims', async () => {
    const scene = await ready()
    const token = await ping({ jti: undefined })
    const forged = token.replace(/[^.]*$/, (signature) => `${signature.slice(1, -1)}AA`)
    expect(await verdicts(scene, forged)).toEqual(['ERR_TOKEN_SIGNATURE'])
    expect(await verdicts(scene, token)).toEqual(['accepted'])
    expect(scene.pings).toHaveLength(1)
  })

  it('from an earlier page load is refused by its age', async () => {
    const scene = await ready(
      {},
      { answer: ({ nonce }) => tenant.sign({ jti: nonce, iat: SECONDS + 10, exp: SECONDS + 70 }) },
    )
    expect(await verdicts(scene, await ping())).toEqual(['ERR_TOKEN_REPLAYED'])
    expect(scene.pings).toEqual([])
  })

  it('of the response to a request is not a notification', async () => {
    const scene = await ready()
    const request = scene.host.request('ping')
    const { nonce } = await scene.home.next('ping')
    const answer = await ping({ jti: nonce })
    scene.home.post(answer)
    expect((await request).token).toBe(answer)
    await scene.home.seen({ verdict: 'accepted' })
    expect(await verdicts(scene, answer)).not.toContain('accepted')
    expect(scene.pings).toEqual([])
  })

  it('is refused until the token has expired, tolerance included', async () => {
    let now = NOW
    const moving = await createTokenFactory({ clock: () => now })
    const scene = await ready({ clockTolerance: 20 }, { tenant: moving, clock: () => now })
    const token = await moving.sign({ sub: 'ping', jti: 'ping-1' })
    expect(await verdicts(scene, token)).toEqual(['accepted'])
    now += 79_000
    expect(await verdicts(scene, token)).toEqual(['ERR_TOKEN_REPLAYED'])
    now += 1_000
    expect(await verdicts(scene, token)).toEqual(['ERR_TOKEN_EXPIRED'])
  })
})

describe('`edit`', () => {
  it('changes only `editing`', async () => {
    const { home, host } = await ready()
    const before = host.getSnapshot()
    const changes = vi.fn()
    host.subscribe(changes)
    await home.notify({ sub: 'edit', 'stt.edit': true })
    await home.seen({ verdict: 'accepted' })
    const after = host.getSnapshot()
    expect(after).toMatchObject({ status: 'ready', editing: true })
    expect(after.context).toBe(before.context)
    expect(after.config).toBe(before.config)
    expect(after.token).toBe(before.token)
    expect(Object.keys(after)).not.toContain('token')
    expect(Object.isFrozen(after)).toBe(true)
    await home.notify({ sub: 'edit', 'stt.edit': false })
    await home.seen({ verdict: 'accepted' })
    expect(host.getSnapshot().editing).toBe(false)
    expect(changes).toHaveBeenCalledTimes(2)
  })

  it('without a change keeps the snapshot, but reaches its handlers', async () => {
    const { home, host } = await ready()
    const before = host.getSnapshot()
    const received = vi.fn()
    host.on('edit', received)
    await home.notify({ sub: 'edit', 'stt.edit': false })
    await home.seen({ verdict: 'accepted' })
    expect(host.getSnapshot()).toBe(before)
    expect(received).toHaveBeenCalledTimes(1)
  })

  it.each(['true', 1, undefined, null])('with the value %j changes nothing', async (edit) => {
    const { home, host } = await ready()
    const before = host.getSnapshot()
    await home.notify({ sub: 'edit', 'stt.edit': edit })
    await home.seen({ verdict: 'accepted' })
    expect(host.getSnapshot()).toBe(before)
  })

  it('reaches its handlers after the snapshot has changed', async () => {
    const { home, host } = await ready()
    const seen: unknown[] = []
    host.on('edit', () => seen.push(host.getSnapshot().editing))
    await home.notify({ sub: 'edit', 'stt.edit': true })
    await home.seen({ verdict: 'accepted' })
    expect(seen).toEqual([true])
  })
})

describe('`save` before the first handler is registered', () => {
  it('is handled when the handler is registered', async () => {
    const { home, host } = await ready({ view: 'config' })
    await home.notify({ sub: 'save', jti: 'save-1' })
    await home.notify({ sub: 'save', jti: 'save-2' })
    await home.seen({ verdict: 'accepted' })
    const nonces: unknown[] = []
    host.on('save', ({ nonce }) => nonces.push(nonce))
    await vi.waitFor(() => expect(nonces).toEqual(['save-1', 'save-2']))
    await nextTask()
    expect(home.sent.filter(({ subject }) => subject === 'setConfig')).toEqual([])
  })

  it('is not handled after the connection was closed', async () => {
    const { home, host } = await ready({ view: 'config' })
    await home.notify({ sub: 'save', jti: 'save-1' })
    await home.seen({ verdict: 'accepted' })
    host.close()
    const handler = vi.fn()
    host.on('save', handler)
    await nextTask()
    expect(handler).not.toHaveBeenCalled()
  })

  it('leaves no timer behind', async () => {
    const { home, host } = await ready({ view: 'config' })
    const stop = vi.spyOn(globalThis, 'clearTimeout')
    onTestFinished(() => stop.mockRestore())
    await home.notify({ sub: 'save', jti: 'save-1' })
    await home.seen({ verdict: 'accepted' })
    stop.mockClear()
    host.close()
    await nextTask()
    expect(stop).toHaveBeenCalled()
  })
})

describe('`save` without a handler', () => {
  it('gets the response false in a configuration view, and a warning', async () => {
    const warnings: HaiiloError[] = []
    const { home } = await ready({ view: 'config', onWarning: (error) => warnings.push(error) })
    await home.notify({ sub: 'save', jti: 'save-1' })
    const { data, targetOrigin } = await home.next('setConfig')
    expect(data).toEqual({ iss: 'source-1-cfg', sub: 'setConfig', jti: 'save-1', data: false })
    expect(targetOrigin).toBe(tenant.issuer)
    expect(warnings.map(({ code }) => code)).toEqual(['ERR_SAVE_UNHANDLED'])
  })

  it('gets a response with a new nonce if it has none', async () => {
    const { home } = await ready({ view: 'config', onWarning: () => undefined })
    await home.notify({ sub: 'save', jti: undefined })
    expect((await home.next('setConfig')).nonce).toMatch(/^[\w-]{16,}$/)
  })

  it('gets one response, even if it is sent several times', async () => {
    const { home } = await ready({ view: 'config', onWarning: () => undefined })
    const token = await home.notify({ sub: 'save', jti: 'save-1' })
    home.post(token)
    await home.seen({ verdict: 'refused' })
    await home.next('setConfig')
    await nextTask()
    expect(home.sent.filter(({ subject }) => subject === 'setConfig')).toHaveLength(1)
  })

  it('gets no response if it is forged', async () => {
    const { home } = await ready({ view: 'config', onWarning: () => undefined })
    home.post(await stranger.sign({ sub: 'save', jti: 'save-1' }))
    await home.seen({ verdict: 'refused' })
    await nextTask()
    expect(home.sent.map(({ subject }) => subject)).toEqual(['init'])
  })

  it('reaches a handler if there is one', async () => {
    const warnings = vi.fn()
    const { home, host } = await ready({ view: 'config', onWarning: warnings })
    host.on('save', () => undefined)
    await home.notify({ sub: 'save', jti: 'save-1' })
    await home.seen({ verdict: 'accepted' })
    await nextTask()
    expect(home.sent.map(({ subject }) => subject)).toEqual(['init'])
    expect(warnings).not.toHaveBeenCalled()
  })

  it('is ignored in a plug-in view', async () => {
    const warnings = vi.fn()
    const { home } = await ready({ onWarning: warnings })
    await home.notify({ sub: 'save', jti: 'save-1' })
    expect(await home.seen({ direction: 'in' })).toMatchObject({ verdict: 'ignored', reason: 'not-awaited' })
    await nextTask()
    expect(home.sent.map(({ subject }) => subject)).toEqual(['init'])
    expect(warnings).not.toHaveBeenCalled()
  })
})
