import { createTokenFactory, nextTask, type PluginPost, type ScriptedHost } from '@haiilo-kit/test-kit'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { outcome } from '../outcome.js'
import { openScene, type Scene } from '../scene.js'
import type { HaiiloHost } from '../../src/index.js'

const clock = (): number => 1_700_000_000_000
const tenant = await createTokenFactory({ clock })
const SECRET = { secret: 'for the verified host alone' }

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  return () => vi.useRealTimers()
})

/** A host that responds only to the `init` of the given turns. */
function answering(...turns: number[]): Scene {
  return openScene({
    tenant,
    clock,
    answer: ({ subject, nonce }, turn) =>
      subject === 'init' && turns.includes(turn) ? tenant.sign({ jti: nonce }) : undefined,
  })
}

/** Waits until all pending work without a timer is done. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await nextTask()
}

/** The messages to any origin. */
function toAnyone({ sent }: ScriptedHost): readonly PluginPost[] {
  return sent.filter(({ targetOrigin }) => targetOrigin === '*')
}

function expectBareQuestions(home: ScriptedHost): void {
  for (const { data, nonce } of toAnyone(home)) expect(data).toEqual({ iss: 'source-1', sub: 'init', jti: nonce })
}

describe('a payload never goes to a host that is not verified', () => {
  const calls: [name: string, call: (host: HaiiloHost) => unknown][] = [
    ['send', (host) => host.send('ask', SECRET)],
    ['request', (host) => outcome(host.request('ask', SECRET))],
    ['setHeight', (host) => host.setHeight(123)],
    ['getToken', (host) => outcome(host.getToken({ fresh: true }))],
  ]
  const moments: [name: string, run: (host: HaiiloHost, call: () => unknown) => Promise<void>][] = [
    [
      'before close() and retry()',
      async (host, call) => {
        await host.ready()
        call()
        host.close()
        host.retry()
      },
    ],
    [
      'between close() and retry()',
      async (host, call) => {
        await host.ready()
        host.close()
        try {
          call()
        } catch (error) {
          expect(error).toHaveProperty('code', 'ERR_CONNECTION_CLOSED')
        }
        host.retry()
      },
    ],
    [
      'after retry()',
      async (host, call) => {
        await host.ready()
        host.close()
        host.retry()
        call()
      },
    ],
    [
      'before a handshake that another task closes and opens again',
      async (host, call) => {
        host
          .ready()
          .then(() => {
            host.close()
            host.retry()
          })
          .catch(() => undefined)
        call()
        await Promise.resolve()
      },
    ],
    [
      'from a listener, before another listener closes and opens again',
      async (host, call) => {
        host.subscribe(() => {
          if (host.getSnapshot().status === 'ready') call()
        })
        let again = true
        host.subscribe(() => {
          if (host.getSnapshot().status !== 'ready' || !again) return
          again = false
          host.close()
          host.retry()
        })
        await outcome(host.ready())
      },
    ],
    [
      'after a retry() of a host that failed',
      async (host, call) => {
        await host.ready()
        call()
        host.close()
        host.retry()
        host.close()
        host.retry()
        call()
      },
    ],
  ]
  const cases = calls.flatMap(([callName, call]) =>
    moments.map(([moment, run]) => ({ title: `${callName}, called ${moment}`, call, run })),
  )

  it.each(cases)('$title', async ({ title, call, run }) => {
    const { home, host } = answering(1)
    await run(host, () => call(host))
    // the last `init` is from the session that retry() opened
    for (let turn = 0; turn < (title.includes('failed') ? 3 : 2); turn += 1) await home.next('init')
    await settle()
    expectBareQuestions(home)
  })
})

describe('a queued message belongs to its session', () => {
  it('is not sent by a later session', async () => {
    const { home, host } = answering(2)
    host.send('ask', SECRET)
    const response = outcome(host.request('ask', SECRET))
    host.close()
    expect(await response).toBe('ERR_CONNECTION_CLOSED')
    host.retry()
    await host.ready()
    await settle()
    expect(home.sent.map(({ subject }) => subject)).toEqual(['init', 'init'])
  })

  it('rejects with the error that ended its session, although the next session is ready', async () => {
    const { host } = answering(1, 2)
    await host.ready()
    const response = [outcome(host.request('ask', SECRET)), outcome(host.getToken({ fresh: true }))]
    host.close()
    host.retry()
    expect(await Promise.all(response)).toEqual(['ERR_CONNECTION_CLOSED', 'ERR_CONNECTION_CLOSED'])
    expect((await host.ready()).status).toBe('ready')
  })

  it('is sent in the order of the calls, before messages from a listener', async () => {
    const { home, host } = answering(1)
    host.subscribe(() => {
      if (host.getSnapshot().status === 'ready') host.send('third')
    })
    host.send('first')
    host.send('second')
    await host.ready()
    host.send('fourth')
    await settle()
    expect(home.sent.map(({ subject }) => subject)).toEqual(['init', 'first', 'second', 'third', 'fourth'])
  })

  it('is not sent if the configuration is invalid', async () => {
    const { home, host } = openScene(
      { tenant, clock },
      {
        config: () => {
          throw new Error('refused')
        },
      },
    )
    host.send('ask', SECRET)
    expect(await outcome(host.ready())).toBe('ERR_CONFIG_INVALID')
    await settle()
    expect(home.sent.map(({ subject }) => subject)).toEqual(['init'])
  })
})

describe('a host is ready only through the handshake of its session', () => {
  it('a refresh of the previous session does not make the next one ready', async () => {
    const { home, host } = openScene({
      tenant,
      clock,
      answer: ({ nonce }, turn) => (turn === 2 ? undefined : tenant.sign({ jti: nonce })),
    })
    await host.ready()
    const token = outcome(host.getToken({ fresh: true }))
    host.close()
    host.retry()
    const next = outcome(host.getToken({ fresh: true }))
    await settle()
    expect(await token).toBe('ERR_CONNECTION_CLOSED')
    expectBareQuestions(home)
    expect(host.getSnapshot().status).toBe('connecting')
    vi.advanceTimersByTime(10_000)
    expect(await next).toBe('ERR_HANDSHAKE_TIMEOUT')
  })

  it('sends one handshake request per session', async () => {
    const { home, host } = answering(1)
    await host.ready()
    host.close()
    host.retry()
    for (let turn = 0; turn < 3; turn += 1) void outcome(host.getToken({ fresh: true }))
    await settle()
    expect(home.sent.map(({ subject, targetOrigin }) => [subject, targetOrigin])).toEqual([
      ['init', '*'],
      ['init', '*'],
    ])
  })
})

describe('a message is accepted once in all sessions of a host', () => {
  it.each([{ jti: 'save-1' }, { jti: undefined }])('a save with the nonce $jti', async ({ jti }) => {
    const { home, host } = openScene({ tenant, clock }, { view: 'config' })
    const received = vi.fn()
    host.on('save', received)
    await host.ready()
    const token = await home.notify({ sub: 'save', jti })
    await home.seen({ verdict: 'accepted', subject: 'save' })
    for (let turn = 0; turn < 2; turn += 1) {
      host.close()
      host.retry()
      await host.ready()
      home.post(token)
      expect(await home.seen({ verdict: 'refused' })).toMatchObject({ reason: 'ERR_TOKEN_REPLAYED' })
    }
    expect(received).toHaveBeenCalledTimes(1)
  })
})
