import { getEventListeners } from 'node:events'
import { createTokenFactory, nextTask, scriptFetch, type ScriptedHostSettings } from '@haiilo-kit/test-kit'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { outcome } from '../outcome.js'
import { openScene, type Scene } from '../scene.js'
import type { HaiiloHostOptions } from '../../src/index.js'

const NOW = 1_700_000_000_000
const clock = (): number => NOW
const tenant = await createTokenFactory({ clock })

function connect(answer: ScriptedHostSettings['answer'], options?: HaiiloHostOptions): Scene {
  return openScene({ tenant, clock, answer }, options)
}

/** A host that responds only to `init`. */
async function ready(options?: HaiiloHostOptions): Promise<Scene> {
  const scene = connect(undefined, options)
  await scene.host.ready()
  await scene.home.seen({ verdict: 'accepted' })
  return scene
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  return () => vi.useRealTimers()
})

describe('request()', () => {
  it('resolves with the verified response with the same nonce and subject', async () => {
    const { home, host } = await ready()
    const pending = host.request('profile', { userId: 'user-2' })
    const { data, nonce, targetOrigin } = await home.next('profile')
    expect(data).toEqual({ iss: 'source-1', sub: 'profile', jti: nonce, userId: 'user-2' })
    expect(targetOrigin).toBe(tenant.issuer)
    const token = await tenant.sign({ jti: nonce, sub: 'profile', 'profile.name': 'Ada' })
    home.post(token)
    const response = await pending
    expect(response).toMatchObject({
      subject: 'profile',
      nonce,
      claims: { 'profile.name': 'Ada' },
      issuer: tenant.issuer,
    })
    expect(response.token).toBe(token)
    expect(Object.isFrozen(response)).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('waits for the handshake', async () => {
    const { home, host } = connect(({ nonce, subject }) => tenant.sign({ jti: nonce, sub: subject }))
    expect((await host.request('profile')).subject).toBe('profile')
    expect(home.sent.map(({ subject, targetOrigin }) => [subject, targetOrigin])).toEqual([
      ['init', '*'],
      ['profile', tenant.issuer],
    ])
  })

  it('sends the payload as it was at the time of the call', async () => {
    const { home, host } = connect(undefined)
    const payload = { list: [1] }
    void outcome(host.request('profile', payload))
    payload.list.push(2)
    expect((await home.next('profile')).data['list']).toEqual([1])
  })

  it('resolves concurrent requests with their own responses', async () => {
    const { home, host } = await ready()
    const pending = [1, 2, 3].map((number) => host.request('profile', { number }))
    const posts = [await home.next('profile'), await home.next('profile'), await home.next('profile')]
    for (const { nonce, data } of posts.toReversed()) {
      home.post(await tenant.sign({ jti: nonce, sub: 'profile', 'profile.number': data['number'] }))
    }
    const responses = await Promise.all(pending)
    expect(responses.map(({ claims }) => claims['profile.number'])).toEqual([1, 2, 3])
    expect(new Set(posts.map(({ nonce }) => nonce)).size).toBe(3)
  })

  it('resolves with its response, which does not reach a handler with the same subject', async () => {
    const { home, host } = await ready()
    const received = vi.fn()
    host.on('profile', received)
    const response = host.request('profile')
    const { nonce } = await home.next('profile')
    await home.notify({ sub: 'profile', jti: 'their-own' })
    home.post(await tenant.sign({ jti: nonce, sub: 'profile' }))
    expect((await response).nonce).toBe(nonce)
    await home.seen({ nonce: 'their-own' })
    expect(received.mock.calls.map(([message]) => (message as { nonce: string }).nonce)).toEqual(['their-own'])
  })

  it('rejects for a response with another subject, and consumes the nonce', async () => {
    const { home, host } = await ready()
    const response = outcome(host.request('profile'))
    const { nonce } = await home.next('profile')
    home.post(await tenant.sign({ jti: nonce, sub: 'other' }))
    expect(await response).toBe('ERR_TOKEN_SUBJECT')
    expect(await home.seen({ direction: 'in' })).toMatchObject({ verdict: 'refused', reason: 'ERR_TOKEN_SUBJECT' })
    home.post(await tenant.sign({ jti: nonce, sub: 'profile' }))
    expect(await home.seen({ direction: 'in' })).toMatchObject({ verdict: 'ignored', reason: 'not-awaited' })
  })

  it('rejects for a response to `init`', async () => {
    const { home, host } = await ready()
    const response = outcome(host.request('profile'))
    const { nonce } = await home.next('profile')
    home.post(await tenant.sign({ jti: nonce }))
    expect(await response).toBe('ERR_TOKEN_SUBJECT')
  })
})

describe('the timeout of a request', () => {
  it.each<[string, number, HaiiloHostOptions, number | undefined]>([
    ['is ten seconds by default', 10_000, {}, undefined],
    ['is the host’s by default', 3_000, { timeout: 3_000 }, undefined],
    ['can be its own', 500, { timeout: 3_000 }, 500],
  ])('%s', async (_, milliseconds, options, timeout) => {
    const { home, host } = await ready(options)
    const settled = vi.fn()
    const response = outcome(host.request('profile', {}, timeout === undefined ? {} : { timeout }))
    void response.then(settled)
    await home.next('profile')
    vi.advanceTimersByTime(milliseconds - 1)
    await nextTask()
    expect(settled).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(await response).toBe('ERR_REQUEST_TIMEOUT')
    expect(host.getSnapshot().status).toBe('ready')
  })

  it('consumes the nonce', async () => {
    const { home, host } = await ready()
    const response = outcome(host.request('profile'))
    const { nonce } = await home.next('profile')
    vi.advanceTimersByTime(10_000)
    await response
    await nextTask()
    home.post(await tenant.sign({ jti: nonce, sub: 'profile' }))
    expect(await home.seen({ direction: 'in' })).toMatchObject({ verdict: 'ignored', reason: 'not-awaited' })
  })

  it('also applies during the verification of the response', async () => {
    const keys = scriptFetch()
    const { home, host } = await ready({
      fetch: keys.fetch,
      trust: [{ issuer: tenant.issuer, keys: [tenant.jwk], jku: ['https://keys.example.com/'] }],
    })
    const stranger = await createTokenFactory({ clock })
    const response = outcome(host.request('profile'))
    const { nonce } = await home.next('profile')
    home.post(await stranger.sign({ jti: nonce, sub: 'profile' }, { jku: 'https://keys.example.com/new.json' }))
    await keys.next()
    vi.advanceTimersByTime(10_000)
    expect(await response).toBe('ERR_REQUEST_TIMEOUT')
    expect(host.getSnapshot().status).toBe('ready')
  })

  it.each([-1, 0, Number.NaN, Infinity, 2 ** 31])(
    'throws a TypeError and sends nothing if it is %s',
    async (timeout) => {
      const { home, host } = await ready()
      expect(await outcome(host.request('profile', {}, { timeout }))).toBeInstanceOf(TypeError)
      expect(home.sent.map(({ subject }) => subject)).toEqual(['init'])
    },
  )
})

describe('the signal of a request', () => {
  it('rejects the request with its reason and consumes the nonce', async () => {
    const { home, host } = await ready()
    const [controller, reason] = [new AbortController(), { why: 'gone' }]
    const response = outcome(host.request('profile', {}, { signal: controller.signal }))
    const { nonce } = await home.next('profile')
    controller.abort(reason)
    expect(await response).toBe(reason)
    await nextTask()
    expect(vi.getTimerCount()).toBe(0)
    home.post(await tenant.sign({ jti: nonce, sub: 'profile' }))
    expect(await home.seen({ direction: 'in' })).toMatchObject({ verdict: 'ignored', reason: 'not-awaited' })
    expect(host.getSnapshot().status).toBe('ready')
  })

  it('prevents sending if it is already aborted', async () => {
    const { home, host } = await ready()
    expect(await outcome(host.request('profile', {}, { signal: AbortSignal.abort('gone') }))).toBe('gone')
    await nextTask()
    expect(home.sent.map(({ subject }) => subject)).toEqual(['init'])
  })

  it('prevents sending if it aborts during the handshake', async () => {
    const { home, host } = connect(() => undefined)
    const controller = new AbortController()
    const response = outcome(host.request('profile', {}, { signal: controller.signal }))
    const { nonce } = await home.next('init')
    controller.abort('gone')
    expect(await response).toBe('gone')
    home.post(await tenant.sign({ jti: nonce }))
    await host.ready()
    await nextTask()
    expect(home.sent.map(({ subject }) => subject)).toEqual(['init'])
  })

  it('has no listener after the response', async () => {
    const { host } = connect(({ nonce, subject }) => tenant.sign({ jti: nonce, sub: subject }))
    const controller = new AbortController()
    const answer = await host.request('profile', {}, { signal: controller.signal })
    await nextTask()
    expect(getEventListeners(controller.signal, 'abort')).toEqual([])
    controller.abort()
    expect(answer.subject).toBe('profile')
  })

  it('does not affect other requests', async () => {
    const { home, host } = await ready()
    const controller = new AbortController()
    const [first, second] = [outcome(host.request('one', {}, { signal: controller.signal })), host.request('two')]
    const { nonce } = await home.next('two')
    controller.abort('gone')
    home.post(await tenant.sign({ jti: nonce, sub: 'two' }))
    expect(await first).toBe('gone')
    expect((await second).subject).toBe('two')
  })
})
