import { verifyToken } from '@haiilo-kit/core/token'
import { decodeJwt } from 'jose'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createSimulatedHost } from '../host/create-simulated-host.js'
import type { EmbeddedPlugin, SimulatedHost, SimulatedHostOptions } from '../host/simulated-host.js'

/** What the hand-written plug-in tells of a message that it got. */
interface Report {
  readonly token: string
  readonly from: string
  readonly here: string
  readonly address: string
  readonly referrer: string
  /** Features that the browser lets the page use. */
  readonly allowed: readonly string[]
}

let home: SimulatedHost
let reports: Report[]

afterEach(() => {
  home.close()
  document.body.replaceChildren()
})

function simulate(options: SimulatedHostOptions = {}): void {
  reports = []
  home = createSimulatedHost({
    ...options,
    subjects: {
      report: (payload) => {
        reports.push(payload as unknown as Report) // our own page sends it
        return undefined
      },
    },
  })
}

function frame(): HTMLIFrameElement {
  const iframe = document.createElement('iframe')
  iframe.style.width = '320px'
  iframe.style.border = '0'
  document.body.append(iframe)
  return iframe
}

function page(query: Record<string, string> = {}): string {
  const url = new URL('../../test/hand-written-plugin.html', import.meta.url)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url.href
}

async function reported(count: number): Promise<Report> {
  return vi.waitFor(
    () => {
      const report = reports[count - 1]
      if (!report) throw new Error(`no report ${count}; the log says ${JSON.stringify(home.log)}`)
      return report
    },
    { timeout: 5_000 },
  )
}

describe.each(['same-origin', 'opaque'] as const)('a plug-in in a frame, sandboxed as %s', (sandbox) => {
  it('is given its source id and a token that verifies, by this very origin', async () => {
    simulate({ sandbox })
    const iframe = frame()
    const { source } = home.embed(iframe, { url: page({ kept: 'yes' }) })
    const report = await reported(1)
    const { searchParams } = new URL(report.address)

    expect([searchParams.get('src'), searchParams.get('kept')]).toEqual([source, 'yes'])
    expect(report.from).toBe(location.origin)
    expect(report.here).toBe(sandbox === 'opaque' ? 'null' : location.origin)
    expect(report.referrer).toBe(`${location.origin}/`)
    expect((await verifyToken(report.token, { trust: home.trust, development: true })).context.userName).toBe('Ada')
  })

  it('may do what the real sandbox lets it do', () => {
    simulate({ sandbox })
    const iframe = frame()
    home.embed(iframe, { url: page() })
    const rights = ['allow-scripts', 'allow-forms', 'allow-popups', 'allow-downloads']
    expect([...iframe.sandbox]).toEqual(sandbox === 'opaque' ? rights : [...rights, 'allow-same-origin'])
    expect(iframe.referrerPolicy).toBe('strict-origin')
  })

  it('is loaded again after a change, and again', async () => {
    simulate({ sandbox })
    home.embed(frame(), { url: `${page()}#/route` })
    const first = await reported(1)
    home.setUser({ userName: 'Grace' })
    const second = await reported(2)
    home.setEditing(true)
    const third = await reported(3)
    const names = [first, second, third].map(({ token }) => decodeJwt(token)['ctx.userName'])
    expect(names).toEqual(['Ada', 'Grace', 'Grace'])
    expect(decodeJwt(third.token)['stt.edit']).toBe(true)
    expect(third.address).toBe(first.address)
  })

  it('saves as soon as it is there', async () => {
    simulate({ sandbox })
    home.embed(frame(), { url: page({ view: 'config' }), view: 'config' })
    expect(await home.save()).toEqual({ canteen: 'south' })
  })

  it('saves: its answer is stored, and the plug-in beside it is loaded again', async () => {
    simulate({ sandbox, config: { canteen: 'north' } })
    home.embed(frame(), { url: page() })
    const plugin = await reported(1)
    home.embed(frame(), { url: page({ view: 'config' }), view: 'config' })
    await reported(2)
    expect(await home.save()).toEqual({ canteen: 'south' })
    await vi.waitFor(() => expect(reports).toHaveLength(4), { timeout: 5_000 })
    const canteens = reports
      .filter(({ address }) => address === plugin.address)
      .map(({ token }) => decodeJwt(token)['cfg.canteen'])
    expect(canteens).toEqual(['north', 'south'])
  })
})

describe.each(['same-origin', 'opaque'] as const)('two instances in frames, sandboxed as %s', (sandbox) => {
  const manifest = {
    config: [{ key: 'background', default: 'white' }],
    entryPoints: [
      { id: 'menu', url: page({ name: 'menu' }), height: 250, config: [{ key: 'canteen', default: 'north' }] },
      { id: 'order', url: page({ name: 'order' }), height: '4:3', config: [{ key: 'canteen', default: 'east' }] },
    ],
  }

  it('have each their own entry point, height and configuration', async () => {
    simulate({ sandbox, manifest })
    const [first, second] = [frame(), frame()]
    const menu = home.embed(first, { entryPoint: 'menu' })
    const order = home.embed(second, { entryPoint: 'order', config: { seats: 2 } })
    await reported(2)
    expect([first, second].map((each) => each.getBoundingClientRect().height)).toEqual([250, 240])
    expect(configsOf(menu)).toEqual([{ background: 'white', canteen: 'north' }])
    expect(configsOf(order)).toEqual([{ background: 'white', canteen: 'east', seats: 2 }])

    second.src = page({ src: order.source, height: '321' })
    await vi.waitFor(() => expect([menu.height, order.height, home.height]).toEqual([undefined, 321, 321]), {
      timeout: 5_000,
    })
  })

  it('are saved one by one: the saved one is loaded again with global and own values, the other one stays', async () => {
    simulate({ sandbox, manifest, globalConfig: { background: 'red' } })
    const menu = home.embed(frame(), { entryPoint: 'menu' })
    const order = home.embed(frame(), { entryPoint: 'order' })
    await reported(2)
    home.embed(frame(), { source: menu.source, view: 'config', url: page({ view: 'config' }) })
    await reported(3)
    expect(await home.save()).toEqual({ canteen: 'south' })
    await vi.waitFor(() => expect(configsOf(menu)).toHaveLength(2), { timeout: 5_000 })
    menu.reload()
    await vi.waitFor(() => expect(configsOf(menu)).toHaveLength(3), { timeout: 5_000 })
    const saved = { background: 'red', canteen: 'south' }
    expect(configsOf(menu)).toEqual([{ background: 'red', canteen: 'north' }, saved, saved])
    expect(configsOf(order)).toEqual([{ background: 'red', canteen: 'east' }])
  })
})

/** The configurations that the plug-in view of an instance was loaded with, oldest first. */
function configsOf({ source }: EmbeddedPlugin): unknown[] {
  return reports
    .filter(({ address }) => {
      const { searchParams } = new URL(address)
      return searchParams.get('src') === source && !searchParams.has('view')
    })
    .map(({ token }) => {
      const values = Object.entries(decodeJwt(token)).filter(([name]) => name.startsWith('cfg.'))
      return Object.fromEntries(values.map(([name, value]) => [name.slice(4), value]))
    })
}

describe('the frame', () => {
  /** The attribute that Chromium obeys at once; the bars themselves are hidden in headless browsers. */
  function scrolls(iframe: HTMLIFrameElement): boolean {
    return iframe.getAttribute('scrolling') !== 'no'
  }

  it('is 16:9 and scrolls until the plug-in names a height, then it has exactly that one and does not', async () => {
    simulate()
    const iframe = frame()
    home.embed(iframe, { url: page() })
    await reported(1)
    expect(iframe.getBoundingClientRect().height).toBe(180)
    expect(scrolls(iframe)).toBe(true)

    iframe.src = page({ src: new URL(iframe.src).searchParams.get('src') ?? '', height: '321' })
    await vi.waitFor(() => expect(iframe.getBoundingClientRect().height).toBe(321), { timeout: 5_000 })
    expect(scrolls(iframe)).toBe(false)
    expect(home.height).toBe(321)
  })

  it.each([
    ['pixels', 250, 250],
    ['a ratio', '4:3', 240],
  ])('has the height of the manifest from the start: %s', async (_, height, expected) => {
    simulate({ manifest: { entryPoints: [{ url: page(), height }] } })
    const iframe = frame()
    home.embed(iframe)
    await reported(1)
    expect(iframe.getBoundingClientRect().height).toBe(expected)
    expect(scrolls(iframe)).toBe(false)
  })

  it('shows the addresses of the manifest', async () => {
    simulate({
      manifest: {
        entryPoints: [{ url: page({ name: 'plugin' }), configUrl: page({ name: 'config', view: 'config' }) }],
      },
    })
    home.embed(frame())
    home.embed(frame(), { view: 'config' })
    await vi.waitFor(() => expect(reports).toHaveLength(2), { timeout: 5_000 })
    const names = reports.map(({ address }) => new URL(address).searchParams.get('name'))
    expect(names.sort()).toEqual(['config', 'plugin'])
  })

  it.each([
    ['beside it', 'hand-written-plugin.html'],
    ['from the root of its origin', new URL(page()).pathname],
  ])('is found from the manifest’s own address, not from this page: %s', async (_, url) => {
    simulate({ manifestUrl: new URL('manifest.json', page()).href, manifest: { entryPoints: [{ url }] } })
    home.embed(frame())
    const { pathname } = new URL((await reported(1)).address)
    expect(pathname).toBe(new URL(page()).pathname)
  })

  it('keeps an own `url` relative to this page', async () => {
    simulate({ manifestUrl: 'https://plugins.example.com/manifest.json' })
    home.embed(frame(), { url: new URL(page()).pathname })
    expect(new URL((await reported(1)).address).origin).toBe(location.origin)
  })

  it.each([
    ['its `url`', () => home.embed(frame(), { url: 'javascript:top.pwned = true' })],
    [
      'its own `src`',
      () => {
        const iframe = document.createElement('iframe')
        iframe.src = 'javascript:top.pwned = true'
        home.embed(iframe)
      },
    ],
    ['the manifest', () => home.embed(frame(), { view: 'config' })],
  ])('loads nothing but http and https: %s', (_, embed) => {
    simulate({ manifest: { entryPoints: [{ configUrl: 'javascript:top.pwned = true' }] } })
    expect(embed).toThrow('“javascript:”')
    expect(window).not.toHaveProperty('pwned')
  })

  it('must be told what to show', () => {
    simulate()
    expect(() => home.embed(frame())).toThrow(TypeError)
  })
})

describe('the permissions of a frame', () => {
  const features = ['camera', 'fullscreen', 'geolocation']

  it.each(['plugin', 'config'] as const)(
    'are those of its own entry point, also in the browser: %s view',
    async (view) => {
      const manifest = {
        entryPoints: [
          { id: 'none', url: page(), configUrl: page({ view: 'config' }) },
          { id: 'some', url: page(), configUrl: page({ view: 'config' }), permissionsPolicy: ['camera', 'fullscreen'] },
        ],
      }
      // a frame of this very origin may use everything anyway
      simulate({ manifest, sandbox: 'opaque' })
      const [none, some] = [frame(), frame()]
      none.allow = 'geolocation'
      const allowed = new Map<string, readonly string[]>()
      for (const [iframe, entryPoint] of [[none, 'none'] as const, [some, 'some'] as const]) {
        home.embed(iframe, { entryPoint, view })
        const report = await reported(allowed.size + 1)
        allowed.set(
          entryPoint,
          report.allowed.filter((name) => features.includes(name)),
        )
      }
      expect([none.hasAttribute('allow'), some.getAttribute('allow')]).toEqual([false, 'camera; fullscreen'])
      expect([...allowed.values()].map((names) => names.toSorted())).toEqual([[], ['camera', 'fullscreen']])
    },
  )
})

describe('a frame that stays silent', () => {
  const mute = new URL('../../test/wait-until.ts', import.meta.url).href
  const silences = (): string[] =>
    home.log.filter(({ verdict }) => verdict === 'silent').map(({ source, view }) => `${source} ${view}`)

  it('is noted after the timeout, once a load, with the usual causes', async () => {
    simulate({ frameTimeout: 50 })
    const plugin = home.embed(frame(), { url: mute, view: 'config' })
    const noted = `${plugin.source} config`
    await vi.waitFor(() => expect(silences()).toEqual([noted]))
    expect(home.log[0]).toMatchObject({
      direction: 'plugin-to-host',
      reason: expect.stringContaining('within 50 ms') as unknown,
    })
    for (const cause of ['CORS', 'X-Frame-Options', 'createHaiiloHost']) expect(home.log[0]?.reason).toContain(cause)
    plugin.reload()
    await vi.waitFor(() => expect(silences()).toEqual([noted, noted]))
  })

  it.each([
    ['spoke', {}],
    ['said something wrong', { say: '"junk"' }],
  ])('is not noted after it %s', async (_, query) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    simulate()
    home.embed(frame(), { url: page(query) })
    const heard = new Promise<void>((resolve) => home.subscribe(resolve))
    expect(vi.getTimerCount()).toBe(1)
    await heard
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is not noted after it was left', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    simulate()
    home.embed(frame(), { url: mute })
    expect(vi.getTimerCount()).toBe(1)
    home.close()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('what is not from the plug-in', () => {
  it('is not even noted when another window sent it', async () => {
    simulate()
    const { source } = home.embed(frame(), { url: page() })
    await reported(1)
    const noted = home.log.length
    const other = frame()
    other.src = page({ src: source })
    await new Promise((resolve) => other.addEventListener('load', resolve))
    const heard = new Promise((resolve) => window.addEventListener('message', resolve, { once: true }))
    window.postMessage({ iss: source, sub: 'init', jti: 'n' }, '*')
    await heard
    expect(home.log).toHaveLength(noted)
  })

  it('is refused when the frame left the origin of its address', async () => {
    simulate()
    const iframe = frame()
    const { source } = home.embed(iframe, { url: page() })
    await reported(1)
    iframe.src = `data:text/html,<script>parent.postMessage({iss:'${source}',sub:'init',jti:'n'},'*')</script>`
    await vi.waitFor(() => expect(home.log.at(-1)?.reason).toContain('sent from null'))
  })

  it('is refused when it is malformed, and the log says why', async () => {
    simulate()
    home.embed(frame(), { url: page({ say: '{"iss":"stranger","sub":"init"}' }) })
    await reported(1)
    expect(home.log[0]).toMatchObject({
      verdict: 'refused',
      subject: 'init',
      reason: 'iss is not the source id of this page',
    })
  })

  it('is not heard after detach', async () => {
    simulate()
    const iframe = frame()
    const plugin = home.embed(iframe, { url: page() })
    await reported(1)
    plugin.detach()
    plugin.detach()
    const noted = home.log.length
    const loaded = new Promise((resolve) => iframe.addEventListener('load', resolve))
    iframe.src = page({ src: plugin.source, again: '1' })
    await loaded
    plugin.reload()
    home.setEditing(true)
    expect(home.log).toHaveLength(noted)
    expect(iframe.src).toContain('again')
  })
})

describe('a fault in a frame', () => {
  it('foreign-origin names an issuer that is not this page', async () => {
    simulate({ fault: 'foreign-origin' })
    home.embed(frame(), { url: page() })
    expect(decodeJwt((await reported(1)).token).iss).toBe('https://foreign.haiilo.test')
  })

  it('stale-early answers with the nonce of the load before', async () => {
    simulate()
    const plugin = home.embed(frame(), { url: page() })
    const { jti } = decodeJwt((await reported(1)).token)
    home.setFault('stale-early')
    plugin.reload()
    expect(decodeJwt((await reported(2)).token).jti).toBe(jti)
  })
})
