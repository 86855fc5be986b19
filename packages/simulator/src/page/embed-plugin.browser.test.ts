import { verifyToken } from '@haiilo-kit/core/token'
import { decodeJwt } from 'jose'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createSimulatedHost } from '../host/create-simulated-host.js'
import type { EmbeddedPlugin, SimulatedHost, SimulatedHostOptions } from '../host/simulated-host.js'

/** What the hand-written plug-in reports about a message that it received. */
interface Report {
  readonly token: string
  readonly from: string
  readonly here: string
  readonly address: string
  readonly referrer: string
  /** Features that the browser allows the page to use. */
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
  it('gets its source id, and a valid token from the origin of the host', async () => {
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

  it('has the permissions of the real sandbox', () => {
    simulate({ sandbox })
    const iframe = frame()
    home.embed(iframe, { url: page() })
    const rights = ['allow-scripts', 'allow-forms', 'allow-popups', 'allow-downloads']
    expect([...iframe.sandbox]).toEqual(sandbox === 'opaque' ? rights : [...rights, 'allow-same-origin'])
    expect(iframe.referrerPolicy).toBe('strict-origin')
  })

  it('is reloaded after every change', async () => {
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

  it('is saved as soon as it is connected', async () => {
    simulate({ sandbox })
    home.embed(frame(), { url: page({ view: 'config' }), view: 'config' })
    expect(await home.save()).toEqual({ canteen: 'south' })
  })

  it('is reloaded after its configuration view was saved', async () => {
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

describe.each(['same-origin', 'opaque'] as const)('a plug-in in a wrapper page, sandboxed as %s', (sandbox) => {
  const wrapper = new URL('../../test/wrapper.html', import.meta.url).href

  it('is embedded by the wrapper page, which forwards all messages', async () => {
    simulate({ sandbox })
    const iframe = frame()
    const embedded = home.embed(iframe, { url: page({ height: '321' }), wrapper })
    const report = await reported(1)
    expect(iframe.src).toBe(wrapper)
    expect(iframe.contentDocument?.querySelector('iframe')?.getAttribute('sandbox')).toBe(
      `allow-scripts allow-forms allow-popups allow-downloads${sandbox === 'opaque' ? '' : ' allow-same-origin'}`,
    )
    expect(new URL(report.address).searchParams.get('src')).toBe(embedded.source)
    await vi.waitFor(() => expect(iframe.clientHeight).toBe(321))
    expect(home.log.filter(({ verdict }) => verdict === 'refused')).toEqual([])
  })

  it('is reloaded with its wrapper page, and saved through it', async () => {
    simulate({ sandbox })
    home.embed(frame(), { url: page(), wrapper })
    await reported(1)
    home.setUser({ userName: 'Grace' })
    expect(decodeJwt((await reported(2)).token)['ctx.userName']).toBe('Grace')
    home.embed(frame(), { url: page({ view: 'config' }), view: 'config', wrapper })
    expect(await home.save()).toEqual({ canteen: 'south' })
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

  it('have separate entry points, heights and configurations', async () => {
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

  it('are saved separately: only the saved one is reloaded, with global and own values', async () => {
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

/** The configurations with which the plug-in view of an instance was loaded, oldest first. */
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
  /** Reads the attribute, because headless browsers hide scroll bars. */
  function scrolls(iframe: HTMLIFrameElement): boolean {
    return iframe.getAttribute('scrolling') !== 'no'
  }

  it('is 16:9 and scrolls until the plug-in sets a height, then has that height and does not scroll', async () => {
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
  ])('has the height of the manifest initially: %s', async (_, height, expected) => {
    simulate({ manifest: { entryPoints: [{ url: page(), height }] } })
    const iframe = frame()
    home.embed(iframe)
    await reported(1)
    expect(iframe.getBoundingClientRect().height).toBe(expected)
    expect(scrolls(iframe)).toBe(false)
  })

  it('loads the URLs of the manifest', async () => {
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
    ['in the same folder', 'hand-written-plugin.html'],
    ['from the root of its origin', new URL(page()).pathname],
  ])('resolves URLs of the manifest against manifestUrl: %s', async (_, url) => {
    simulate({ manifestUrl: new URL('manifest.json', page()).href, manifest: { entryPoints: [{ url }] } })
    home.embed(frame())
    const { pathname } = new URL((await reported(1)).address)
    expect(pathname).toBe(new URL(page()).pathname)
  })

  it('resolves its option `url` against this page', async () => {
    simulate({ manifestUrl: 'https://plugins.example.com/manifest.json' })
    home.embed(frame(), { url: new URL(page()).pathname })
    expect(new URL((await reported(1)).address).origin).toBe(location.origin)
  })

  it.each([
    ['the option `url`', () => home.embed(frame(), { url: 'javascript:top.pwned = true' })],
    [
      'the `src` of the frame',
      () => {
        const iframe = document.createElement('iframe')
        iframe.src = 'javascript:top.pwned = true'
        home.embed(iframe)
      },
    ],
    ['the manifest', () => home.embed(frame(), { view: 'config' })],
  ])('refuses a javascript: URL in %s', (_, embed) => {
    simulate({ manifest: { entryPoints: [{ configUrl: 'javascript:top.pwned = true' }] } })
    expect(embed).toThrow('“javascript:”')
    expect(window).not.toHaveProperty('pwned')
  })

  it('throws a TypeError without a URL', () => {
    simulate()
    expect(() => home.embed(frame())).toThrow(TypeError)
  })
})

describe('the permissions of a frame', () => {
  const features = ['camera', 'fullscreen', 'geolocation']

  it.each(['plugin', 'config'] as const)(
    'are those of its entry point, and the browser applies them: %s view',
    async (view) => {
      const manifest = {
        entryPoints: [
          { id: 'none', url: page(), configUrl: page({ view: 'config' }) },
          { id: 'some', url: page(), configUrl: page({ view: 'config' }), permissionsPolicy: ['camera', 'fullscreen'] },
        ],
      }
      // a frame of the same origin has all permissions
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
  const silentPage = new URL('../../test/wait-until.ts', import.meta.url).href
  const silences = (): string[] =>
    home.log.filter(({ verdict }) => verdict === 'silent').map(({ source, view }) => `${source} ${view}`)

  it('is logged after the timeout, once per load, with common causes', async () => {
    simulate({ frameTimeout: 50 })
    const plugin = home.embed(frame(), { url: silentPage, view: 'config' })
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
    ['sent a message', {}],
    ['sent an invalid message', { say: '"junk"' }],
  ])('is not logged after it %s', async (_, query) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    simulate()
    home.embed(frame(), { url: page(query) })
    const arrived = new Promise<void>((resolve) => home.subscribe(resolve))
    expect(vi.getTimerCount()).toBe(1)
    await arrived
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is not logged after the host was closed', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    simulate()
    home.embed(frame(), { url: silentPage })
    expect(vi.getTimerCount()).toBe(1)
    home.close()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a message', () => {
  it('of another window is ignored without a log entry', async () => {
    simulate()
    const { source } = home.embed(frame(), { url: page() })
    await reported(1)
    const logged = home.log.length
    const other = frame()
    other.src = page({ src: source })
    await new Promise((resolve) => other.addEventListener('load', resolve))
    const arrived = new Promise((resolve) => window.addEventListener('message', resolve, { once: true }))
    window.postMessage({ iss: source, sub: 'init', jti: 'n' }, '*')
    await arrived
    expect(home.log).toHaveLength(logged)
  })

  it('is refused if the frame was navigated to another origin', async () => {
    simulate()
    const iframe = frame()
    const { source } = home.embed(iframe, { url: page() })
    await reported(1)
    iframe.src = `data:text/html,<script>parent.postMessage({iss:'${source}',sub:'init',jti:'n'},'*')</script>`
    await vi.waitFor(() => expect(home.log.at(-1)?.reason).toContain('sent from null'))
  })

  it('is refused if it is malformed, and the log says why', async () => {
    simulate()
    home.embed(frame(), { url: page({ say: '{"iss":"stranger","sub":"init"}' }) })
    await reported(1)
    expect(home.log[0]).toMatchObject({
      verdict: 'refused',
      subject: 'init',
      reason: 'iss is not the source id of this page',
    })
  })

  it('is ignored after detach', async () => {
    simulate()
    const iframe = frame()
    const plugin = home.embed(iframe, { url: page() })
    await reported(1)
    plugin.detach()
    plugin.detach()
    const logged = home.log.length
    const loaded = new Promise((resolve) => iframe.addEventListener('load', resolve))
    iframe.src = page({ src: plugin.source, again: '1' })
    await loaded
    plugin.reload()
    home.setEditing(true)
    expect(home.log).toHaveLength(logged)
    expect(iframe.src).toContain('again')
  })
})

describe('a fault in a frame', () => {
  it('foreign-origin names another issuer than this page', async () => {
    simulate({ fault: 'foreign-origin' })
    home.embed(frame(), { url: page() })
    expect(decodeJwt((await reported(1)).token).iss).toBe('https://foreign.haiilo.test')
  })

  it('stale-early answers with the nonce of the previous load', async () => {
    simulate()
    const plugin = home.embed(frame(), { url: page() })
    const { jti } = decodeJwt((await reported(1)).token)
    home.setFault('stale-early')
    plugin.reload()
    expect(decodeJwt((await reported(2)).token).jti).toBe(jti)
  })
})
