import { createTokenFactory, nextTask, scriptHost, type PluginPost } from '@haiilo-kit/test-kit'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createHaiiloHost, type HaiiloHost } from '../../src/index.js'

const clock = (): number => 1_700_000_000_000
const tenant = await createTokenFactory({ clock })

/** One page and one embedding window: each connection receives every response. */
function openPage(
  answer = ({ nonce, source, subject }: PluginPost): unknown =>
    tenant.sign({ jti: nonce, sub: subject, 'cfg.source': source }),
): {
  readonly home: ReturnType<typeof scriptHost>
  readonly one: HaiiloHost
  readonly two: HaiiloHost
} {
  const home = scriptHost({ tenant, clock, answer })
  const [one, two] = ['source-1', 'source-2'].map((source) => createHaiiloHost({ ...home.options, source }))
  if (!one || !two) throw new Error('two hosts were made')
  onTestFinished(one.close)
  onTestFinished(two.close)
  return { home, one, two }
}

describe('two hosts in one page', () => {
  it('each accept their own response and ignore the response of the other', async () => {
    const { home, one, two } = openPage()
    const [first, second] = await Promise.all([one.ready(), two.ready()])
    expect(first.config).toEqual({ source: 'source-1' })
    expect(second.config).toEqual({ source: 'source-2' })
    expect(home.sent.map(({ source }) => source)).toEqual(['source-1', 'source-2'])
    expect(home.sent[0]?.nonce).not.toBe(home.sent[1]?.nonce)
  })

  it('each get the responses to their own requests', async () => {
    const { one, two } = openPage()
    const answers = await Promise.all([one, two].map((host) => host.request('profile')))
    expect(answers.map(({ claims }) => claims['cfg.source'])).toEqual(['source-1', 'source-2'])
    const tokens = await Promise.all([one, two].map((host) => host.getToken({ fresh: true })))
    expect(tokens[0]).not.toBe(tokens[1])
  })

  it('are closed independently', async () => {
    const { home, one, two } = openPage()
    await Promise.all([one.ready(), two.ready()])
    const snapshot = two.getSnapshot()
    one.close()
    expect(two.getSnapshot()).toBe(snapshot)
    expect(home.listening()).toBe(1)
    expect((await two.request('profile')).claims['cfg.source']).toBe('source-2')
    one.retry()
    await one.ready()
    expect(two.getSnapshot()).toBe(snapshot)
  })

  it('fail independently', async () => {
    const { one, two } = openPage(({ nonce, source }) =>
      tenant.sign({ jti: nonce, sub: source === 'source-1' ? 'save' : 'init' }),
    )
    const [first, second] = await Promise.allSettled([one.ready(), two.ready()])
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled'])
  })

  it('each get a notification for the page once', async () => {
    const { home, one, two } = openPage()
    const received: string[] = []
    one.on('ping', () => received.push('one'))
    two.on('ping', () => received.push('two'))
    await Promise.all([one.ready(), two.ready()])
    const token = await home.notify({ sub: 'ping' })
    home.post(token)
    await home.seen({ reason: 'ERR_TOKEN_REPLAYED' })
    await home.seen({ reason: 'ERR_TOKEN_REPLAYED' })
    expect(received.sort()).toEqual(['one', 'two'])
  })

  it('each send their own source id', async () => {
    const { home, one, two } = openPage()
    one.setHeight(100)
    two.setHeight(200)
    await Promise.all([one.ready(), two.ready()])
    await nextTask()
    const heights = home.sent.filter(({ subject }) => subject === 'setHeight')
    expect(heights.map(({ source, data }) => [source, data['height']]).sort()).toEqual([
      ['source-1', 100],
      ['source-2', 200],
    ])
  })
})
