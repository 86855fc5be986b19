import { createTokenFactory, nextTask, type ScriptedHost } from '@haiilo-kit/test-kit'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { outcome } from '../outcome.js'
import { openScene, type Scene } from '../scene.js'
import type { HaiiloHostOptions, HostTransport } from '../../src/index.js'

const clock = (): number => 1_700_000_000_000
const tenant = await createTokenFactory({ clock })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  return () => vi.useRealTimers()
})

function silent(options?: HaiiloHostOptions): Scene {
  return openScene({ tenant, clock, answer: () => undefined }, options)
}

describe('the error of a handshake without a response', () => {
  const cases: [name: string, expected: string, post: (home: ScriptedHost) => unknown][] = [
    ['nothing arrived', 'No message arrived.', () => undefined],
    [
      'other windows sent messages',
      'Ignored messages: 2 other-window.',
      ({ post }) => {
        post('a', { fromHost: false })
        post('b', { fromHost: false })
      },
    ],
    [
      'the page around sent something else',
      'Ignored messages: 1 not-a-string, 1 not-a-token.',
      ({ post }) => {
        post({ type: 'webpackOk' })
        post('hello')
      },
    ],
    [
      'the answer belongs to another question',
      'Ignored messages: 1 not-awaited.',
      async ({ post }) => post(await tenant.sign({ jti: 'another' })),
    ],
  ]

  it.each(cases)('lists the ignored messages: %s', async (_, expected, post) => {
    const { home, host } = silent({ view: 'config' })
    const failed = host.ready().catch((error: unknown) => error)
    await home.next('init')
    await post(home)
    await nextTask()
    vi.advanceTimersByTime(10_000)
    const error = (await failed) as Error
    expect(error).toHaveProperty('code', 'ERR_HANDSHAKE_TIMEOUT')
    expect(error.message).toContain(expected)
    expect(error.message).toContain('is "config" the right `view`?')
  })
})

describe('a transport that throws', () => {
  function thrower(): never {
    throw new TypeError('broken')
  }
  const broken: [name: string, parts: Partial<HostTransport>][] = [
    ['listen', { listen: thrower }],
    ['post', { post: thrower }],
  ]

  it.each(broken)('%s: the host fails with a code, and every promise settles', async (_, parts) => {
    const { home } = silent()
    const { host } = silent({ transport: { ...home.options.transport, ...parts } })
    const settled = [host.ready(), host.request('ask'), host.getToken()].map(outcome)
    expect(await Promise.all(settled)).toEqual(Array(3).fill('ERR_CONNECTION_FAILED'))
    expect(host.getSnapshot()).toMatchObject({
      status: 'failed',
      error: { code: 'ERR_CONNECTION_FAILED', cause: new TypeError('broken') },
    })
    expect(() => host.send('ask')).toThrow(expect.objectContaining({ code: 'ERR_CONNECTION_FAILED' }) as Error)
    expect(home.listening()).toBe(0)
  })

  it('takeEarly: an ordinary handshake follows', async () => {
    const { home } = silent()
    const { transport } = home.options
    const { host } = openScene({ tenant, clock }, { transport: { ...transport, takeEarly: thrower } })
    const ready = host.ready()
    const { nonce } = await home.next('init')
    home.post(await tenant.sign({ jti: nonce }))
    expect((await ready).status).toBe('ready')
  })
})
