import { createTokenFactory, nextTask } from '@haiilo-kit/test-kit'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  createHaiiloHost,
  onSave,
  windowTransport,
  type HaiiloHost,
  type HaiiloHostOptions,
  type PluginView,
} from '../index.js'
import { earlyHandshake, earlyHandshakeHash } from './index.js'

type View = Window & typeof globalThis
type Init = Readonly<Record<'iss' | 'sub' | 'jti', string>>

/** The record of the script for `createHaiiloHost`. */
interface Waiting {
  readonly s: string
  readonly n: string
  t: number
  readonly e: unknown[]
  readonly l: EventListener
}

/** This page is the host. Its origin is the origin of the tenant. */
const tenant = await createTokenFactory({ issuer: location.origin })
const stranger = await createTokenFactory({ issuer: location.origin })

let inits: Init[] = []
const record = ({ data, source }: MessageEvent<Partial<Init>>): void => {
  // ignores late messages from frames of earlier tests
  if (source && data.sub === 'init') inits.push(data as Init)
}
window.addEventListener('message', record)
afterEach(() => {
  for (const frame of document.querySelectorAll('iframe')) frame.remove()
  inits = []
})

/** A page that was loaded from a URL. Any document of this origin works. */
async function openPage(query = '?src=source-1'): Promise<View> {
  const frame = document.createElement('iframe')
  frame.src = `/packages/core/package.json${query}`
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  document.body.append(frame)
  await loaded
  return frame.contentWindow as View
}

function run(view: View, code: string): void {
  const script = view.document.createElement('script')
  script.textContent = code
  view.document.head.append(script)
}

/** A page with the script in its head, before the application is loaded. */
async function openEarly({ query, view = 'plugin' }: { query?: string; view?: PluginView } = {}): Promise<View> {
  const page = await openPage(query)
  run(page, earlyHandshake(view))
  await nextTask()
  return page
}

function waitingIn(page: View): Waiting | undefined {
  return Reflect.get(page, '__haiiloEarly') as Waiting | undefined
}

/** Connects like the application's bundle does. The connection is created by this page so that the test can access it. */
function connect(page: View, options: HaiiloHostOptions = {}): HaiiloHost {
  const host = createHaiiloHost({
    source: 'source-1',
    transport: windowTransport(page),
    trust: tenant.trust,
    timeout: 1_000,
    ...options,
  })
  onTestFinished(host.close)
  return host
}

async function answer(page: View, { jti } = latestInit()): Promise<void> {
  page.postMessage(await tenant.sign({ jti }), '*')
  await nextTask()
}

function latestInit(): Init {
  const init = inits.at(-1)
  if (!init) throw new Error('The page has not sent `init`.')
  return init
}

function outcome(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'ready',
    (error: unknown) => (error as { code?: unknown }).code,
  )
}

describe('the script in the head', () => {
  it.each<PluginView>(['plugin', 'config'])('has at most 600 bytes and can be inlined (%s)', (view) => {
    expect(new TextEncoder().encode(earlyHandshake(view)).length).toBeLessThanOrEqual(600)
    expect(earlyHandshake(view)).not.toMatch(/<[/!]|[^\x20-\x7e]/)
    expect(earlyHandshake(view)).toBe(earlyHandshake(view))
  })

  it('sends `init` immediately, with the same content as an ordinary handshake', async () => {
    await openEarly()
    expect(inits).toEqual([{ iss: 'source-1', sub: 'init', jti: expect.stringMatching(/^[\w-]{36}$/) as string }])
  })

  it('sends `init` for the configuration view', async () => {
    await openEarly({ view: 'config' })
    expect(latestInit().iss).toBe('source-1-cfg')
  })

  it('does nothing without a source id', async () => {
    const page = await openEarly({ query: '?src=' })
    expect([inits, waitingIn(page)]).toEqual([[], undefined])
  })

  it('does nothing on a page that is not embedded', () => {
    const top = window.top as View
    const listen = vi.spyOn(top, 'addEventListener')
    onTestFinished(() => listen.mockRestore())
    const search = top.location.search
    top.history.replaceState({}, '', '?src=source-1')
    run(top, earlyHandshake())
    top.history.replaceState({}, '', search || top.location.pathname)
    expect(listen).not.toHaveBeenCalled()
    expect(waitingIn(top)).toBeUndefined()
  })

  it.each(['crypto', 'subtle'])('does nothing if `%s` is missing', async (name) => {
    const page = await openPage()
    Object.defineProperty(name === 'crypto' ? page : page.crypto, name, { value: undefined })
    const onError = vi.fn()
    page.addEventListener('error', onError)
    run(page, earlyHandshake())
    await nextTask()
    expect([inits, waitingIn(page)]).toEqual([[], undefined])
    expect(onError).not.toHaveBeenCalled()
  })

  it('keeps tokens of the host, starting with the one that has its nonce', async () => {
    const page = await openEarly()
    const sibling = await openPage()
    const { jti } = latestInit()
    Reflect.set(sibling, 'receiver', page)
    run(sibling, `receiver.postMessage(${JSON.stringify(await tenant.sign({ jti, name: 'sibling' }))}, '*')`)
    run(page, `postMessage(${JSON.stringify(await tenant.sign({ jti, name: 'itself' }))}, '*')`)
    // the maximum length of a token, and one character longer
    const token = await tenant.sign({ jti, name: 'a long one' })
    const [longest, tooLong] = [131_072, 131_073].map((length) => token.padEnd(length, 'A'))
    const later = await Promise.all(['Zoë', 'c'].map((name) => tenant.sign({ sub: 'edit', jti: name, name })))
    const junk = [{ an: 'object' }, ['a list'], 1, null, '', '..', 'a.b.c', 'a.bnVsbA.c']
    const early = await tenant.sign({ jti: 'another' })
    for (const data of [...junk, early, tooLong, longest, ...junk, tooLong, ...later]) page.postMessage(data, '*')
    await vi.waitFor(() => expect(waitingIn(page)?.e).toHaveLength(3))
    const events = (waitingIn(page)?.e ?? []) as MessageEvent<string>[]
    expect(events.map(({ data }) => data)).toEqual([longest, ...later])
    for (const event of events) expect(event).toBeInstanceOf(page.MessageEvent)
  })

  it('keeps at most 32 events', async () => {
    const page = await openEarly()
    const token = await tenant.sign({ jti: latestInit().jti })
    for (let round = 0; round < 100; round++) page.postMessage(token, '*')
    await nextTask()
    await vi.waitFor(() => expect(waitingIn(page)?.e).toHaveLength(32))
  })
})

describe('createHaiiloHost', () => {
  it('takes over the response and sends no `init`', async () => {
    const page = await openEarly()
    await answer(page)
    expect((await connect(page).ready()).claims['jti']).toBe(inits[0]?.jti)
    expect(inits).toHaveLength(1)
  })

  it('takes over the response after a flood of other messages', async () => {
    const page = await openEarly()
    const other = await tenant.sign({ jti: 'another' })
    for (let round = 0; round < 100; round++) for (const data of ['', 'a.b.c', other]) page.postMessage(data, '*')
    await answer(page)
    expect((await connect(page).ready()).claims['jti']).toBe(inits[0]?.jti)
    expect(inits).toHaveLength(1)
  })

  it('handles what the host sends after its response, before the application is loaded', async () => {
    const page = await openEarly()
    await answer(page)
    page.postMessage(await tenant.sign({ sub: 'edit', jti: 'edit-1', 'stt.edit': true }), '*')
    page.postMessage(await tenant.sign({ sub: 'lunch', jti: 'lunch-1', dish: 'soup' }), '*')
    await vi.waitFor(() => expect(waitingIn(page)?.e).toHaveLength(3))
    const host = connect(page)
    const dishes: unknown[] = []
    host.on('lunch', ({ claims }) => dishes.push(claims['dish']))
    await vi.waitFor(() => expect([host.getSnapshot().editing, dishes]).toEqual([true, ['soup']]))
  })

  it('answers a save that the host sends before the application is loaded', async () => {
    const page = await openEarly({ view: 'config' })
    await answer(page)
    page.postMessage(await tenant.sign({ sub: 'save', jti: 'save-1' }), '*')
    await vi.waitFor(() => expect(waitingIn(page)?.e).toHaveLength(2))
    const answered = new Promise((resolve) => {
      const receive = ({ data }: MessageEvent<Partial<Init>>): void => {
        if (data.sub === 'setConfig') resolve(data)
      }
      window.addEventListener('message', receive)
      onTestFinished(() => window.removeEventListener('message', receive))
    })
    const host = connect(page, { view: 'config' })
    await host.ready()
    // the form is rendered later
    await nextTask()
    onSave(host, () => ({ dishes: 2 }))
    expect(await answered).toMatchObject({ jti: 'save-1', data: { dishes: 2 } })
  })

  it('waits for the response to an early `init`', async () => {
    const page = await openEarly()
    const ready = connect(page).ready()
    await answer(page)
    expect((await ready).claims['jti']).toBe(inits[0]?.jti)
    expect(inits).toHaveLength(1)
  })

  it('fails after the timeout without a response', async () => {
    const page = await openEarly()
    expect(await outcome(connect(page, { timeout: 200 }).ready())).toBe('ERR_HANDSHAKE_TIMEOUT')
    expect(inits).toHaveLength(1)
  })

  it('removes the listener and the global variable', async () => {
    const page = await openEarly()
    const removed = vi.spyOn(page, 'removeEventListener')
    const listener = waitingIn(page)?.l
    void connect(page).ready()
    expect('__haiiloEarly' in page).toBe(false)
    expect(removed.mock.calls).toEqual([['message', listener]])
  })

  it('takes it over once: a second connection sends its own `init`', async () => {
    const page = await openEarly()
    await answer(page)
    const [first, second] = [connect(page), connect(page)]
    await first.ready()
    const ready = second.ready()
    await vi.waitFor(() => expect(inits).toHaveLength(2))
    await answer(page)
    expect((await ready).claims['jti']).toBe(inits[1]?.jti)
  })

  it.each<[string, HaiiloHostOptions]>([
    ['another source', { source: 'source-2' }],
    ['another view', { view: 'config' }],
  ])('sends its own `init` for %s, and cleans up', async (_, options) => {
    const page = await openEarly()
    await answer(page)
    const ready = connect(page, options).ready()
    await vi.waitFor(() => expect(inits).toHaveLength(2))
    expect('__haiiloEarly' in page).toBe(false)
    await answer(page)
    expect((await ready).claims['jti']).toBe(inits[1]?.jti)
  })

  it('sends its own `init` if the early one is older than the timeout', async () => {
    const page = await openEarly()
    await answer(page)
    Object.assign(waitingIn(page) ?? {}, { t: Date.now() - 1_001 })
    const ready = connect(page).ready()
    await vi.waitFor(() => expect(inits).toHaveLength(2))
    await answer(page)
    expect((await ready).claims['jti']).toBe(inits[1]?.jti)
  })

  it.each<[string, (page: View) => unknown]>([
    [
      'an element whose id poses as the global',
      ({ document }) => (document.body.innerHTML = '<form id="__haiiloEarly"><input name="s"></form>'),
    ],
    [
      'elements whose names pose as the global',
      ({ document }) =>
        (document.body.innerHTML = '<form name="__haiiloEarly"></form><form name="__haiiloEarly"></form>'),
    ],
    ['a frame of this site that poses as the global', (page) => addFrame(page, '__haiiloEarly')],
    [
      'a frame that poses as the global, with globals that look like a record',
      (page) => {
        const frame = addFrame(page, '__haiiloEarly')
        Object.assign(frame.contentWindow ?? {}, earlyRecord())
      },
    ],
    ['a frame of another site that poses as the global', (page) => addFrame(page, '__haiiloEarly', 'sandbox')],
    ['a frame whose name is a member of another frame', (page) => addFrame(addFrame(page, '__haiiloEarly'), 'e')],
    ['a global of another make', (page) => Reflect.set(page, '__haiiloEarly', { s: 'source-1', n: 1 })],
    ['a record without a listener', (page) => Reflect.set(page, '__haiiloEarly', earlyRecord({ l: undefined }))],
    ['a record without a time', (page) => Reflect.set(page, '__haiiloEarly', earlyRecord({ t: 'now' }))],
    ['a list in place of a record', (page) => Reflect.set(page, '__haiiloEarly', [])],
    [
      'a global that throws when it is read',
      (page) => Object.defineProperty(page, '__haiiloEarly', { get: fail, configurable: true }),
    ],
    [
      'a record that throws when it is read',
      (page) => Reflect.set(page, '__haiiloEarly', new Proxy({}, { get: fail })),
    ],
    [
      'a list that throws when it is read',
      (page) => Reflect.set(page, '__haiiloEarly', earlyRecord({ e: throwingList() })),
    ],
  ])('ignores %s', async (_, pose) => {
    const page = await openPage()
    pose(page)
    const ready = connect(page).ready()
    await vi.waitFor(() => expect(inits).toHaveLength(1))
    await answer(page)
    expect((await ready).status).toBe('ready')
  })

  it('cleans up a frozen record as far as possible', async () => {
    const page = await openPage()
    Object.defineProperty(page, '__haiiloEarly', { value: Object.freeze(earlyRecord()) })
    const ready = connect(page).ready()
    await answer(page, { iss: 'source-1', sub: 'init', jti: 'nonce-1' })
    expect((await ready).claims['jti']).toBe('nonce-1')
  })

  it.each<[string, (page: View, data: string) => Promise<unknown> | object]>([
    ['copied text', (_, data) => ({ data, origin: location.origin, source: window, isTrusted: true })],
    [
      'an event that a script has made',
      (page, data) => new page.MessageEvent('message', { data, origin: location.origin, source: window }),
    ],
    [
      'a real event of another window',
      async (page, data) => {
        const received = new Promise((resolve) => page.addEventListener('message', resolve, { once: true }))
        run(page, `postMessage(${JSON.stringify(data)}, '*')`)
        return received
      },
    ],
  ])('does not accept %s as a kept event', async (_, forge) => {
    const page = await openEarly()
    const data = await tenant.sign({ jti: inits[0]?.jti, 'ctx.userId': 'forged' })
    waitingIn(page)?.e.push(await forge(page, data))
    const ready = connect(page).ready()
    // the nonce is still pending
    await answer(page, inits[0])
    expect((await ready).context.userId).toBe('user-1')
  })

  it.each<[string, (jti: string) => Promise<string>, string]>([
    ['a stranger’s signature', (jti) => stranger.sign({ jti }), 'ERR_TOKEN_SIGNATURE'],
    ['an expired token', (jti) => tenant.sign({ jti, iat: 1, exp: 61 }), 'ERR_TOKEN_EXPIRED'],
    ['another issuer', (jti) => tenant.sign({ jti, iss: 'https://other.example.com' }), 'ERR_TOKEN_ORIGIN'],
  ])('verifies the kept response like any other: %s', async (_, sign, code) => {
    const page = await openEarly()
    page.postMessage(await sign(latestInit().jti), '*')
    await vi.waitFor(() => expect(waitingIn(page)?.e).toHaveLength(1))
    expect(await outcome(connect(page).ready())).toBe(code)
  })
})

/** A record like the one of the script. */
function earlyRecord(more: object = {}): object {
  return { s: 'source-1', n: 'nonce-1', t: Date.now(), e: [], l: () => undefined, ...more }
}

function throwingList(): unknown {
  return new Proxy([], { get: fail })
}

function fail(): never {
  throw new DOMException('Blocked', 'SecurityError')
}

function addFrame(around: View | HTMLIFrameElement, name: string, ...flags: string[]): HTMLIFrameElement {
  const { document } = 'document' in around ? around : (around.contentWindow as View)
  const frame = document.createElement('iframe')
  frame.name = name
  for (const flag of flags) frame.setAttribute(flag, '')
  document.body.append(frame)
  return frame
}

describe('with a content security policy', () => {
  /** Applies a content security policy to the page, like a header does, and records the violations. */
  function govern(page: View, policy: string): string[] {
    const refused: string[] = []
    page.document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
      refused.push(violatedDirective),
    )
    const meta = page.document.createElement('meta')
    meta.httpEquiv = 'content-security-policy'
    meta.content = policy
    page.document.head.append(meta)
    return refused
  }

  async function openGoverned(policy: string, view?: PluginView): Promise<{ page: View; refused: string[] }> {
    const page = await openPage()
    const refused = govern(page, policy)
    const script = page.document.createElement('script')
    script.nonce = 'of-this-answer'
    script.textContent = earlyHandshake(view)
    page.document.head.append(script)
    await nextTask()
    return { page, refused }
  }

  it.each<PluginView>(['plugin', 'config'])('the script is allowed by its hash (%s)', async (view) => {
    const { refused } = await openGoverned(`script-src 'self' '${await earlyHandshakeHash(view)}'`, view)
    expect([inits.length, refused]).toEqual([1, []])
  })

  it('the script is allowed by its nonce', async () => {
    const { refused } = await openGoverned(`script-src 'self' 'nonce-of-this-answer'`)
    expect([inits.length, refused]).toEqual([1, []])
  })

  it.each<[string, () => Promise<string> | string]>([
    ['neither', () => ''],
    ['the hash of the other view', async () => `'${await earlyHandshakeHash('config')}'`],
    ['the nonce of another answer', () => `'nonce-of-another-answer'`],
  ])('the page with %s connects without the early handshake', async (_, allowed) => {
    const { page, refused } = await openGoverned(`script-src 'self' ${await allowed()}`)
    await vi.waitFor(() => expect(refused).toEqual(['script-src-elem']))
    expect([inits, waitingIn(page)]).toEqual([[], undefined])
    const ready = connect(page).ready()
    await vi.waitFor(() => expect(inits).toHaveLength(1))
    await answer(page)
    expect((await ready).status).toBe('ready')
  })
})
