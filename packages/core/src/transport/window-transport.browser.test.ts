import { createTokenFactory, nextTask } from '@haiilo-kit/test-kit'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createHaiiloHost, windowTransport, type HaiiloHost, type HaiiloHostOptions, type WireEntry } from '../index.js'

type View = Window & typeof globalThis

/** This page is the host. Its origin is the origin of the tenant. */
const tenant = await createTokenFactory({ issuer: location.origin })
/** A tenant with another origin, for frames that are not on loopback. This page is its wrapper. */
const remote = await createTokenFactory({ issuer: 'https://home.example.com' })
const modules = await collectModules(new URL('../index.ts', import.meta.url).href)

interface Posted {
  readonly data: Record<string, unknown>
  readonly origin: string
  readonly source: MessageEventSource | null
}

/** All messages to this window, oldest first. */
let posted: Posted[] = []
const record = ({ data, origin, source }: MessageEvent<Record<string, unknown>>): void => {
  // ignores late messages from frames of earlier tests
  if (source) posted.push({ data, origin, source })
}
window.addEventListener('message', record)
afterEach(() => {
  for (const frame of document.querySelectorAll('iframe')) frame.remove()
  posted = []
})

/** The oldest matching message, past or future. */
function nextMessage(fits: (message: Posted) => boolean): Promise<Posted> {
  return vi.waitFor(
    () => {
      const found = posted.find(fits)
      if (!found) throw new Error(`nothing fits among ${posted.length} messages`)
      return found
    },
    { timeout: 4_000, interval: 5 },
  )
}

function question(subject: string, source?: string): Promise<Posted> {
  return nextMessage(({ data }) => data['sub'] === subject && (source === undefined || data['iss'] === source))
}

async function openFrame(attributes: Record<string, string> = {}): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe')
  for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value)
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  document.body.append(frame)
  await loaded
  return frame
}

function viewOf(frame: HTMLIFrameElement): View {
  return frame.contentWindow as View
}

describe('a plug-in in a frame', () => {
  /** Code of the plug-in. It posts its result and every wire entry to this window. */
  function plugin(options: object, before = ''): string {
    return `<!doctype html>
      <script type="importmap">${JSON.stringify({ imports: modules.imports })}</script>
      <script type="module">
        const report = (report) => parent.postMessage({ report }, '*')
        addEventListener('error', ({ message }) => report({ uncaught: message }))
        addEventListener('unhandledrejection', ({ reason }) => report({ uncaught: String(reason) }))
        ${before}
        const { createHaiiloHost } = await import(${JSON.stringify(modules.entry)})
        const host = createHaiiloHost({ ...${JSON.stringify(options)}, onWire: (wire) => report({ wire }) })
        host.subscribe(() => report({ status: host.getSnapshot().status }))
        host.ready().then(
          ({ context, origin }) => {
            report({ ready: { context, origin } })
            host.setHeight(42)
          },
          ({ code }) => report({ code }),
        )
      </script>`
  }

  async function reported(name: string, fits: (value: unknown) => boolean = () => true): Promise<unknown> {
    const { data } = await nextMessage((message) => {
      const report = message.data['report'] as Record<string, unknown> | undefined
      return !!report && name in report && fits(report[name])
    })
    return (data['report'] as Record<string, unknown>)[name]
  }

  const options = { source: 'source-1', trust: remote.trust, embedders: [location.origin] }
  const sandboxes: [name: string, attributes: Record<string, string>, origin: string][] = [
    ['with its origin', { sandbox: 'allow-scripts allow-same-origin' }, location.origin],
    ['without an origin', { sandbox: 'allow-scripts' }, 'null'],
  ]

  describe.each(sandboxes)('(%s)', (_, sandbox, origin) => {
    async function answer(frame: HTMLIFrameElement): Promise<void> {
      const { data } = await question('init')
      frame.contentWindow?.postMessage(await remote.sign({ jti: data['jti'] }), '*')
    }

    it('is ready, and posts from its window to the pinned origin', async () => {
      const frame = await openFrame({ ...sandbox, srcdoc: plugin(options) })
      await answer(frame)
      expect(await reported('ready')).toMatchObject({ context: { userId: 'user-1' }, origin: location.origin })
      const height = await question('setHeight')
      expect(height).toMatchObject({ data: { iss: 'source-1', height: 42 }, origin })
      expect(height.source).toBe(frame.contentWindow)
    })

    it('ignores messages from a sibling frame, from a frame inside it, and from itself', async () => {
      const inner = `const child = document.createElement('iframe')
        document.head.append(child)
        addEventListener('message', ({ data, source }) => {
          if (source !== parent || !data.relay) return
          postMessage(data.relay, '*')
          child.srcdoc = '<script>parent.postMessage(' + JSON.stringify(data.relay) + ', "*")</' + 'script>'
        })`
      const frame = await openFrame({ ...sandbox, name: 'plugin', srcdoc: plugin(options, inner) })
      const { data } = await question('init')
      const token = await remote.sign({ jti: data['jti'] })
      const sibling = `<script>parent.frames.plugin.postMessage(${JSON.stringify(token)}, '*')</script>`
      await openFrame({ sandbox: 'allow-scripts allow-same-origin', srcdoc: sibling })
      frame.contentWindow?.postMessage({ relay: token }, '*')
      await vi.waitFor(
        () => {
          const wires = posted.map((message) => (message.data['report'] as { wire?: WireEntry } | undefined)?.wire)
          const others = wires.filter((wire) => wire?.reason === 'other-window')
          expect(others).toHaveLength(3)
          for (const wire of others) expect(wire).toMatchObject({ type: 'string', size: token.length })
        },
        { timeout: 4_000, interval: 5 },
      )
      expect(posted.some(({ data: message }) => 'status' in Object(message['report']))).toBe(false)
      // the nonce is still pending
      frame.contentWindow?.postMessage(token, '*')
      expect(await reported('ready')).toMatchObject({ context: { userId: 'user-1' } })
    })

    it('works without storage', async () => {
      const throwing = `for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
          Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } })
        Object.defineProperty(document, 'cookie', { get() { throw new DOMException('denied', 'SecurityError') } })`
      const frame = await openFrame({ ...sandbox, srcdoc: plugin(options, throwing) })
      await answer(frame)
      expect(await reported('ready')).toMatchObject({ context: { userId: 'user-1' } })
    })

    it('ignores junk of every type without an exception, and becomes ready', async () => {
      const frame = await openFrame({ ...sandbox, srcdoc: plugin(options) })
      await question('init')
      const { port1 } = new MessageChannel()
      const junk: unknown[] = [
        undefined,
        null,
        0,
        true,
        1n,
        '',
        '..',
        {},
        [],
        new Map([[1, 2]]),
        new Date(),
        /./,
        new Error('x'),
      ]
      junk.push(new Blob(['a']), new File(['a'], 'a'), new ArrayBuffer(8), new ImageData(1, 1), 'a'.repeat(1_000_000))
      for (const data of junk) frame.contentWindow?.postMessage(data, '*')
      frame.contentWindow?.postMessage('with a port', '*', [port1])
      await answer(frame)
      expect(await reported('ready')).toMatchObject({ context: { userId: 'user-1' } })
      expect(posted.filter(({ data }) => 'uncaught' in Object(data['report']))).toEqual([])
    })

    it('fails first because Web Crypto is missing, and sends nothing', async () => {
      const insecure = `Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })
        delete Crypto.prototype.randomUUID`
      await openFrame({ ...sandbox, srcdoc: plugin({}, insecure) })
      expect(await reported('code')).toBe('ERR_INSECURE_CONTEXT')
      expect(await reported('status')).toBe('failed')
      expect(posted.filter(({ data }) => 'sub' in data)).toEqual([])
    })

    it('refuses a valid response from a page that is not listed in `embedders`', async () => {
      const frame = await openFrame({ ...sandbox, srcdoc: plugin({ ...options, embedders: [] }) })
      await answer(frame)
      expect(await reported('code')).toBe('ERR_TOKEN_ORIGIN')
    })
  })

  it('fails with its own code in a host without an origin', async () => {
    const host = `<!doctype html><iframe></iframe>
      <script type="module">
        addEventListener('message', ({ data, source }) => {
          if (data.report) parent.postMessage(data, '*')
          else if (data.sub) parent.postMessage({ request: data }, '*')
          else document.querySelector('iframe').contentWindow.postMessage(data.answer, '*')
        })
        document.querySelector('iframe').srcdoc = ${JSON.stringify(plugin(options)).replaceAll('</', '<\\/')}
      </script>`
    const frame = await openFrame({ sandbox: 'allow-scripts', srcdoc: host })
    const { data } = await nextMessage((message) => 'request' in message.data)
    const { jti } = data['request'] as { jti: string }
    frame.contentWindow?.postMessage({ answer: await remote.sign({ jti }) }, '*')
    expect(await reported('code')).toBe('ERR_HOST_ORIGIN_OPAQUE')
  })
})

describe('the source id', () => {
  /** Runs code in a page that was loaded from a URL. Any document of this origin works. */
  async function load(query: string, code: string): Promise<unknown> {
    const frame = await openFrame({ src: `/packages/core/package.json${query}` })
    const view = viewOf(frame)
    const script = view.document.createElement('script')
    script.type = 'module'
    script.textContent = `
      const { createHaiiloHost } = await import(${JSON.stringify(new URL('../index.ts', import.meta.url).href)})
      ${code}`
    view.document.head.append(script)
    const { data } = await nextMessage(
      ({ source, data: message }) => source === view && ('sub' in message || 'code' in message),
    )
    return data['code'] ?? data['iss']
  }
  const connect = `createHaiiloHost().ready().catch(({ code }) => parent.postMessage({ code }, '*'))`

  it.each<[name: string, query: string, code: string, expected: string]>([
    ['is the one in the address', '?src=source-1', connect, 'source-1'],
    ['is decoded', '?a=b&src=source%2F1%20%26', connect, 'source/1 &'],
    [
      'is known though a router has rewritten the address before',
      '?src=source-1',
      `history.replaceState({}, '', '/elsewhere'); ${connect}`,
      'source-1',
    ],
    [
      'is that of the loaded page, even if the address has changed since',
      '?src=source-1',
      `history.pushState({}, '', '?src=another'); ${connect}`,
      'source-1',
    ],
    [
      'is known though a router rewrites the address after the creation',
      '?src=source-1',
      `const host = createHaiiloHost(); history.replaceState({}, '', '/elsewhere');
       host.ready().catch(({ code }) => parent.postMessage({ code }, '*'))`,
      'source-1',
    ],
    ['is missed with a code', '', connect, 'ERR_SOURCE_MISSING'],
    ['is missed with a code when it is empty', '?src=', connect, 'ERR_SOURCE_MISSING'],
    [
      'has a suffix in the configuration view',
      '?src=source-1',
      connect.replace('()', "({ view: 'config' })"),
      'source-1-cfg',
    ],
  ])('%s', async (_, query, code, expected) => {
    expect(await load(query, code)).toBe(expected)
  })
})

describe('windowTransport', () => {
  /** A connection for a frame, created by this page so that the test can access it. */
  function connect(
    view: View,
    more: HaiiloHostOptions = {},
  ): { readonly host: HaiiloHost; readonly wire: WireEntry[] } {
    const wire: WireEntry[] = []
    const host = createHaiiloHost({
      source: 'source-1',
      transport: windowTransport(view),
      trust: tenant.trust,
      onWire: (entry) => wire.push(entry),
      ...more,
    })
    onTestFinished(host.close)
    return { host, wire }
  }

  async function answer(view: View, source?: string, claims: object = {}): Promise<void> {
    const { data } = await question('init', source)
    view.postMessage(await tenant.sign({ jti: data['jti'], ...claims }), '*')
  }

  it('listens only between opening and closing', async () => {
    const view = viewOf(await openFrame())
    const added = vi.spyOn(view, 'addEventListener')
    const removed = vi.spyOn(view, 'removeEventListener')
    const { host } = connect(view)
    expect(added).not.toHaveBeenCalled()
    const ready = host.ready()
    expect(added.mock.calls.length).toBeGreaterThan(0)
    await answer(view)
    await ready
    host.close()
    expect(removed.mock.calls.map(([type, listener]) => [type, listener])).toEqual(
      added.mock.calls.map(([type, listener]) => [type, listener]),
    )
  })

  it('gets the origin of the host from the browser', async () => {
    const view = viewOf(await openFrame())
    const { host } = connect(view)
    void host.ready()
    await answer(view)
    expect(await host.ready()).toMatchObject({ origin: location.origin, issuer: location.origin })
  })

  it('reads the parent once: a window that replaces it later is another window', async () => {
    const [view, sibling] = [viewOf(await openFrame()), viewOf(await openFrame())]
    const { host, wire } = connect(view)
    const ready = host.ready()
    const { data } = await question('init')
    const token = await tenant.sign({ jti: data['jti'] })
    Object.defineProperty(view, 'parent', { value: sibling, configurable: true })
    postFrom(sibling, view, token)
    await vi.waitUntil(() => wire.some(({ direction }) => direction === 'in'), { interval: 5 })
    expect(wire.at(-1)).toMatchObject({ verdict: 'ignored', reason: 'other-window' })
    view.postMessage(token, '*')
    expect((await ready).status).toBe('ready')
  })

  it('keeps two plug-ins in one page apart', async () => {
    const views = [viewOf(await openFrame()), viewOf(await openFrame())]
    const [one, two] = views.map((view, index) => connect(view, { source: `source-${index}` }).host)
    const ready = Promise.all([one?.ready(), two?.ready()])
    await Promise.all(views.map((view, index) => answer(view, `source-${index}`, { 'cfg.number': index })))
    expect((await ready).map((snapshot) => snapshot?.config['number'])).toEqual([0, 1])
    one?.close()
    expect(two?.getSnapshot().status).toBe('ready')
  })

  it('fails immediately in a page that is not embedded, and names the sandbox', async () => {
    const { host, wire } = connect(window.top as View)
    const error = (await host.ready().catch((reason: unknown) => reason)) as Error
    expect(error).toHaveProperty('code', 'ERR_NOT_EMBEDDED')
    expect(error.message).toContain('Open this page inside Haiilo Home or the sandbox at http://home.localhost:4400/.')
    expect(host.getSnapshot()).toEqual({ status: 'failed', error })
    expect(wire).toEqual([])
  })

  it('reports this before the missing source id', async () => {
    const host = createHaiiloHost({ source: '', transport: windowTransport(window.top as View) })
    await expect(host.ready()).rejects.toHaveProperty('code', 'ERR_NOT_EMBEDDED')
  })

  it('closes the connection of a detached frame at the next message', async () => {
    const frame = await openFrame()
    const { host } = connect(viewOf(frame))
    const ready = host.ready()
    await answer(viewOf(frame))
    await ready
    frame.remove()
    expect(() => host.send('openProfile')).toThrow(expect.objectContaining({ code: 'ERR_CONNECTION_CLOSED' }) as Error)
    expect(host.getSnapshot()).toEqual({ status: 'closed' })
    await expect(host.getToken()).rejects.toHaveProperty('code', 'ERR_CONNECTION_CLOSED')
  })

  it('closes a connection that is opened in a detached frame', async () => {
    const frame = await openFrame()
    const view = viewOf(frame)
    const { host } = connect(view)
    frame.remove()
    await expect(host.ready()).rejects.toHaveProperty('code', 'ERR_CONNECTION_CLOSED')
    expect(host.getSnapshot()).toEqual({ status: 'closed' })
    expect(connect(view).host.getSnapshot().status).toBe('connecting')
    await expect(connect(view).host.ready()).rejects.toHaveProperty('code', 'ERR_CONNECTION_CLOSED')
  })

  it('drops the token when the page comes back from the back/forward cache, and only then', async () => {
    const view = viewOf(await openFrame())
    const { host } = connect(view)
    const ready = host.ready()
    await answer(view)
    const { token } = await ready
    view.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }))
    expect(await host.getToken()).toBe(token)
    posted = []
    view.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    const again = host.getToken()
    await answer(view)
    expect(await again).not.toBe(token)
  })

  it('sends an unfinished handshake again when the page comes back', async () => {
    const view = viewOf(await openFrame())
    const { host } = connect(view)
    const ready = host.ready()
    await question('init')
    posted = []
    view.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    await answer(view)
    expect((await ready).status).toBe('ready')
  })

  it('posts only the handshake request to a host that is not verified', async () => {
    const view = viewOf(await openFrame())
    const post = vi.spyOn(window, 'postMessage')
    onTestFinished(() => post.mockRestore())
    const { host } = connect(view)
    host.setHeight(10)
    host.send('openProfile', { userId: 'user-2' })
    await question('init')
    await nextTask()
    expect(post.mock.calls.map(([data, target]) => [(data as { sub?: string }).sub, target])).toEqual([['init', '*']])
    await answer(view)
    await question('openProfile')
    expect(post.mock.calls.slice(1).map(([data, target]) => [(data as { sub?: string }).sub, target])).toEqual([
      ['setHeight', location.origin],
      ['openProfile', location.origin],
    ])
  })
})

/** Posts from one window to another, so that the browser names the first as the source. */
function postFrom(sender: View, receiver: View, data: string): void {
  Reflect.set(sender, 'receiver', receiver)
  const script = sender.document.createElement('script')
  script.textContent = `receiver.postMessage(${JSON.stringify(data)}, '*')`
  sender.document.head.append(script)
}

interface Modules {
  readonly entry: string
  readonly imports: Readonly<Record<string, string>>
}

/** A module and its imports as `data:` URLs in an import map, which a frame without an origin can load. */
async function collectModules(entry: string): Promise<Modules> {
  const imports: Record<string, string> = {}
  const queue = [entry]
  for (const url of queue) {
    const text = await (await fetch(url)).text()
    const code = text
      .replace(/^\/\/# sourceMappingURL=.*$/gm, '')
      .replace(/\b(from|import)\s*(["'])([./][^"']*)\2/g, (_, keyword: string, quote: string, path: string) => {
        const dependency = new URL(path, url).href
        if (!queue.includes(dependency)) queue.push(dependency)
        return `${keyword} ${quote}${dependency}${quote}`
      })
    imports[url] = `data:text/javascript,${encodeURIComponent(code)}`
  }
  return { entry, imports }
}
