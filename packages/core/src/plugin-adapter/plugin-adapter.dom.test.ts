import { createSimulatedHost, type SimulatedHostOptions } from '@haiilo-kit/simulator'
import { beforeEach, describe, expect, it, onTestFinished, vi, type MockInstance } from 'vitest'
import type { PluginView } from '../connection/haiilo-host.js'
import { PluginAdapter as FlatAdapter } from './flat.js'
import { JwkStore, PluginAdapter } from './index.js'

const OPTIONS: SimulatedHostOptions = {
  user: { userId: 'user-1', userName: 'Ada', userLanguage: 'en' },
  config: { canteen: 'north', 'canteen.floor': 2 },
}

let warn: MockInstance<typeof console.warn>

beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  onTestFinished(() => warn.mockRestore())
})

function warnings(): unknown[] {
  return warn.mock.calls.map(([message]: unknown[]) => message)
}

/** A host, its source id, and the options with which an adapter reaches it without a frame. */
function openHome(options: SimulatedHostOptions = {}, view: PluginView = 'plugin') {
  const home = createSimulatedHost({ ...OPTIONS, ...options })
  onTestFinished(home.close)
  const { source, ...rest } = home.connect(view)
  return { home, source, options: rest }
}

describe('init', () => {
  it('resolves with verified claims in groups, as version 0.3 does', async () => {
    const { source, options } = openHome()
    const { claims, token, validated } = await new PluginAdapter(source, options).init()
    expect(claims.ctx).toMatchObject({ userId: 'user-1', userName: 'Ada' })
    expect(claims.cfg).toEqual({ canteen: 'north', 'canteen.floor': 2 })
    expect(claims.stt).toEqual({ edit: false })
    expect(claims).toMatchObject({
      sub: 'init',
      iss: expect.stringMatching(/^https?:/) as unknown,
      exp: claims.iat + 60,
    })
    expect(token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
    expect([validated, warnings()]).toEqual([true, []])
  })

  it('resolves with dotted names, as version 0.1 does', async () => {
    const { source, options } = openHome()
    const claims = await new FlatAdapter(source, options).init()
    expect(claims).toMatchObject({ 'ctx.userName': 'Ada', 'cfg.canteen': 'north', 'stt.edit': false, sub: 'init' })
  })

  it('does not show the token in logs', async () => {
    const { source, options } = openHome()
    const data = await new PluginAdapter(source, options).init()
    expect(JSON.stringify(data)).not.toContain(data.token)
    expect(Object.keys(data)).toEqual(['claims', 'validated'])
  })

  it.each([
    ['expired', 'ERR_TOKEN_EXPIRED'],
    ['wrong-key', 'ERR_TOKEN_SIGNATURE'],
    ['wrong-subject', 'ERR_TOKEN_SUBJECT'],
    ['foreign-issuer', 'ERR_TOKEN_ISSUER'],
  ] as const)('rejects with the reason for a host with the fault %s', async (fault, code) => {
    const { source, options } = openHome({ fault })
    await expect(new PluginAdapter(source, options).init()).rejects.toMatchObject({ code })
    await expect(new FlatAdapter(source, options).init()).rejects.toMatchObject({ code })
  })

  it('rejects after the timeout', async () => {
    const { source, options } = openHome({ fault: 'silent' })
    await expect(new PluginAdapter(source, options).init(false, 20)).rejects.toMatchObject({
      code: 'ERR_HANDSHAKE_TIMEOUT',
    })
  })

  it('connects again after a failure', async () => {
    const { home, source, options } = openHome({ fault: 'expired' })
    const adapter = new PluginAdapter(source, options)
    await expect(adapter.init()).rejects.toMatchObject({ code: 'ERR_TOKEN_EXPIRED' })
    home.setFault(undefined)
    await expect(adapter.init()).resolves.toMatchObject({ validated: true })
  })

  it('shares one connection between calls', async () => {
    const { home, source, options } = openHome()
    const adapter = new PluginAdapter(source, options)
    const [first, second] = await Promise.all([adapter.init(), adapter.init()])
    expect(second.token).toBe(first.token)
    expect(home.log.filter(({ subject }) => subject === 'init')).toHaveLength(2)
  })

  it('verifies the token even with `validate: false`, and says so', async () => {
    const { source, options } = openHome({ fault: 'wrong-key' })
    await expect(new PluginAdapter(source, options).init(false, 1_000, false)).rejects.toMatchObject({
      code: 'ERR_TOKEN_SIGNATURE',
    })
    expect(warnings()).toEqual(['init() always verifies the token. Remove the argument `validate`.'])
  })

  it('trusts the keys that were added, and only these', async () => {
    const { home, source, options } = openHome()
    const { trust: _, ...untrusting } = options
    onTestFinished(() => JwkStore.getInstance().reset())
    await expect(new PluginAdapter(source, untrusting).init()).rejects.toMatchObject({
      code: 'ERR_TOKEN_KEY_UNTRUSTED',
    })
    new PluginAdapter(source).addJwk(home.issuer, await home.keyDocument())
    await expect(new PluginAdapter(source, untrusting).init()).resolves.toMatchObject({ validated: true })
  })

  it.each(['http://keys.example.com', 'keys.example.com', ''])('does not trust key documents of "%s"', (url) => {
    expect(() => new PluginAdapter('src').addJwkHost(url)).toThrow(TypeError)
  })
})

describe('a common mistake is reported once, with the fix', () => {
  it('flat names on grouped claims', async () => {
    const { source, options } = openHome()
    const data = await new PluginAdapter(source, options).init()
    const loose = data as unknown as Record<string, unknown>
    expect([loose['ctx.userName'], data.claims['ctx.userName'], data.claims['ctx.userName']]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(data.claims['cfg.canteen.floor']).toBeUndefined()
    expect(warnings()).toEqual([
      "The claims are grouped. Write claims.ctx.userName instead of ['ctx.userName'].",
      'The claims are grouped. Write claims.cfg["canteen.floor"] instead of [\'cfg.canteen.floor\'].',
    ])
    expect(structuredClone(data.claims)).toMatchObject({ ctx: { userName: 'Ada' } })
  })

  it('a timeout as the first argument of init()', async () => {
    const { source, options } = openHome()
    const adapter = new PluginAdapter(source, options) as unknown as { init: (timeout: number) => Promise<unknown> }
    await expect(adapter.init(5000)).resolves.toMatchObject({ validated: true })
    expect(warnings()).toEqual(['The first argument of init() is `config`. Write init(false, 5000).'])
  })

  it('a selector as the first argument of observeHeight()', () => {
    const { source, options } = openHome()
    const adapter = new PluginAdapter(source, options) as unknown as { observeHeight: (selectors: string) => void }
    adapter.observeHeight('body')
    expect(warnings()).toEqual([
      "The first argument of observeHeight() is `config`. Write observeHeight(false, 'body').",
    ])
  })

  it('a selector that matches nothing', () => {
    const { source, options } = openHome()
    new PluginAdapter(source, options).observeHeight(false, '#app')
    expect(warnings()).toEqual(['observeHeight: no element matches "#app".'])
  })
})

describe('onSave', () => {
  it.each([true, false, { canteen: 'south' }])('answers the host with %j', async (answer) => {
    const { home, source, options } = openHome({}, 'config')
    const adapter = new PluginAdapter(source, options)
    await adapter.init(true)
    const tokens: string[] = []
    adapter.onSave((respond, token) => {
      tokens.push(token)
      respond(answer)
    })
    expect(await home.save()).toEqual(answer)
    expect(tokens).toEqual([expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/)])
  })

  it('replaces the earlier callback, and stops', async () => {
    const { home, source, options } = openHome({}, 'config')
    const adapter = new PluginAdapter(source, options)
    await adapter.init(true)
    adapter.onSave((respond) => respond({ canteen: 'north' }))
    const stop = adapter.onSave((respond) => respond({ canteen: 'south' }))
    expect(await home.save()).toEqual({ canteen: 'south' })
    stop()
    expect(await home.save()).toBe(false)
  })

  it('refuses a save whose callback throws', async () => {
    const { home, source, options } = openHome({}, 'config')
    const adapter = new PluginAdapter(source, options)
    await adapter.init(true)
    adapter.onSave(() => {
      throw new Error('soup')
    })
    expect(await home.save()).toBe(false)
    expect(warnings()).toEqual([expect.objectContaining({ code: 'ERR_SAVE_FAILED' })])
  })
})

it('onEdit gets the edit mode of older hosts', async () => {
  const { home, source, options } = openHome()
  const adapter = new FlatAdapter(source, options)
  await adapter.init()
  const received = vi.fn()
  const stop = adapter.onEdit(received)
  home.send('edit', { 'stt.edit': true, 'stt.action': 'enter' })
  await vi.waitFor(() => expect(received).toHaveBeenCalledWith(true, 'enter'))
  stop()
  home.send('edit', { 'stt.edit': false, 'stt.action': 'save' })
  await vi.waitFor(() => expect(adapter.host().getSnapshot().editing).toBe(false))
  expect(received).toHaveBeenCalledTimes(1)
})

it('host() is the same connection, for a migration one call at a time', async () => {
  const { source, options } = openHome()
  const adapter = new PluginAdapter(source, options)
  await adapter.init()
  expect(adapter.host().getSnapshot()).toMatchObject({ status: 'ready', context: { userName: 'Ada' } })
  expect(adapter.host(true).view).toBe('config')
})

it('reads the source id from the URL, and none on a page without one', () => {
  expect(new PluginAdapter().srcId).toBe('')
  history.replaceState(null, '', '?src=source-7')
  onTestFinished(() => history.replaceState(null, '', '?'))
  expect(new PluginAdapter().srcId).toBe('source-7')
  expect(new PluginAdapter('source-8').srcId).toBe('source-8')
})
