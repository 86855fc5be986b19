import {
  createHaiiloHost,
  type HaiiloHost,
  type HaiiloHostOptions,
  type HostSnapshot,
  type VerifiedMessage,
} from '@haiilo-kit/core'
import type { HostCommands } from '@haiilo-kit/core/binding'
import { createSimulatedHost, type SimulatedConnection, type SimulatedHost } from '@haiilo-kit/simulator'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { BindingDriver, ContractPlugin, MountedPlugin, MountOptions, Scene } from './binding-driver.js'
import { watchHost } from './watch-host.js'
import { watchObservers } from './watch-observers.js'
import { translatePage, untranslated } from '../translate-page.js'
import { watchTransport, type WatchedTransport } from './watch-transport.js'

/** What varies between two runs of the contract. */
export interface BindingContract extends BindingDriver {
  /** Whether the page has a layout, so that heights can be told in pixels. Default: `false`. */
  readonly layout?: boolean
}

/**
 * Registers the cases that every binding passes, whatever its framework: one behaviour, in several dialects. They run on a page, be it
 * happy-dom or a browser, over a simulated host that signs real tokens.
 */
export function runBindingContract({ layout = false, ...driver }: BindingContract): void {
  describe(`the binding contract: ${driver.name}`, { timeout: 60_000 }, () => {
    const complaints: string[] = []
    beforeEach(() => {
      complaints.length = 0
      for (const level of ['error', 'warn'] as const) {
        vi.spyOn(console, level).mockImplementation((...parts: unknown[]) =>
          complaints.push(parts.map(String).join(' ')),
        )
      }
    })
    afterEach(() => vi.restoreAllMocks())

    const parts = { driver, complaints }
    mounting(parts)
    messages(parts)
    sending(parts)
    if (driver.canHide) hiding(parts)
    unmounting(parts)
    server(parts)
    failures(parts)
    identity(parts)
    saving(parts)
    heights(parts, layout)
    neighbours(parts)
    translation(parts)
    selections(parts)
    if (driver.kind === 'binding') mistakes(parts)
  })
}

interface Parts {
  readonly driver: BindingDriver
  /** What was written to the console, as errors and warnings. */
  readonly complaints: readonly string[]
}

const boundary: Scene = { kind: 'boundary' }
const adaText = 'Ada eats {"canteen":"north"}'

function mounting({ driver, complaints }: Parts): void {
  it('shows that it is connecting, then what the host told', async () => {
    const { options } = loadPage({ hold: true })
    const { element } = await mount(driver, { provider: { options }, scene: boundary })
    expect(element.textContent).toBe('connecting')
    options.release()
    await eventually(() => element.textContent, adaText)
    expect(complaints).toEqual([])
  })

  it('waits for a late host, and is ready when it answers', async () => {
    const { options, home } = loadPage({ hold: true })
    const { element, settled } = await mount(driver, { provider: { options }, scene: boundary })
    await eventually(() => answersOf(home), 1)
    await settled()
    expect(element.textContent).toBe('connecting')
    options.release()
    await eventually(() => element.textContent, adaText)
  })

  it('shows a host that is ready already in its first rendering', async () => {
    const host = await readyHost(loadPage())
    const { element } = await mount(driver, { provider: { host }, scene: boundary })
    expect(element.textContent).toBe(adaText)
  })

  it('sends one init when it is mounted twice in a row with a host of its own', async () => {
    const { options, home } = loadPage()
    const { element, settled } = await mount(driver, { provider: { options }, scene: boundary }, { twice: true })
    await eventually(() => element.textContent, adaText)
    await settled()
    expect(initsOf(home)).toBe(1)
    expect(options.listening()).toBe(1)
    expect(complaints).toEqual([])
  })

  it('sends one init when it is mounted twice in a row with a host that it was given', async () => {
    const { options, home } = loadPage()
    const host = makeHost(options)
    const { element, settled } = await mount(driver, { provider: { host }, scene: boundary }, { twice: true })
    await eventually(() => element.textContent, adaText)
    await settled()
    expect(initsOf(home)).toBe(1)
    expect(host.getSnapshot().status).toBe('ready')
  })
}

function messages({ driver }: Parts): void {
  it('hands messages to the newest handler, over one and the same subscription', async () => {
    const page = loadPage()
    const { host, added } = watchHost(await readyHost(page))
    const heard: string[] = []
    const scene = (name: string): Scene => ({ kind: 'message', subject: 'edit', onMessage: () => heard.push(name) })
    const { update } = await mount(driver, { provider: { host }, scene: scene('first') })
    const before = added()
    await edit(page.home, host, true)
    await update(scene('second'))
    await edit(page.home, host, false)
    expect(heard).toEqual(['first', 'second'])
    expect(added()).toBe(before)
  })
}

function hiding({ driver, complaints }: Parts): void {
  it('shows the newest when it is shown again after it was hidden', async () => {
    const page = loadPage()
    const host = await readyHost(page)
    const { element, setHidden } = await mount(driver, { provider: { host }, scene: boundary })
    await setHidden(true)
    await edit(page.home, host, true)
    await setHidden(false)
    await eventually(() => element.textContent, `${adaText} while editing`)
    expect(initsOf(page.home)).toBe(1)
    expect(complaints).toEqual([])
  })

  it('hands over messages only while it is shown', async () => {
    const page = loadPage()
    const host = await readyHost(page)
    const heard: unknown[] = []
    const onMessage = ({ claims }: VerifiedMessage): void => void heard.push(claims['jti'])
    const { setHidden } = await mount(driver, {
      provider: { host },
      scene: { kind: 'message', subject: 'edit', onMessage },
    })
    await setHidden(true)
    await edit(page.home, host, true)
    expect(heard).toEqual([])
    await setHidden(false)
    await edit(page.home, host, false)
    expect(heard).toHaveLength(1)
  })
}

function sending({ driver }: Parts): void {
  const state = { canteen: 'south', days: [{ name: 'monday', dishes: ['soup'] }] }

  it('sends state of the framework as the plain data that it holds', async () => {
    const page = loadPage()
    const host = await readyHost(page)
    let commands: HostCommands<unknown> | undefined
    await mount(driver, { provider: { host }, scene: { kind: 'commands', onCommands: (given) => (commands = given) } })
    commands?.send('order', { state: driver.keep(state) })
    await eventually(() => payloadOf(page.home, 'order'), { state })
    commands?.request('reserve', { state: driver.keep(state) }).catch(() => undefined)
    await eventually(() => payloadOf(page.home, 'reserve'), { state })
  })

  it('saves state of the framework as the plain data that it holds', async () => {
    const page = loadPage({ view: 'config' })
    const host = await readyHost(page)
    await mount(driver, { provider: { host }, scene: { kind: 'save', onSave: async () => driver.keep(state) } })
    expect(await page.home.save()).toEqual(state)
  })
}

function unmounting({ driver, complaints }: Parts): void {
  it.each<[string, Scene]>([
    ['a boundary', boundary],
    ['a selection', { kind: 'selection', select: ({ status }) => status, onRender: () => undefined }],
    ['a message handler', { kind: 'message', subject: 'edit', onMessage: () => undefined }],
    ['a height', { kind: 'height', heights: [100, 50] }],
  ])('leaves no listener and no observer of %s, and the host that it was given open', async (_, scene) => {
    const { host, active } = watchHost(await readyHost(loadPage()))
    const observers = watchObservers()
    onTestFinished(observers.restore)
    const { unmount, settled } = await mount(driver, { provider: { host }, scene })
    await settled()
    expect(active() + observers.observed()).toBeGreaterThan(0)
    await unmount()
    expect({ active: active(), observed: observers.observed() }).toEqual({ active: 0, observed: 0 })
    expect(host.getSnapshot().status).toBe('ready')
    expect(complaints).toEqual([])
  })

  it('closes the host that it made: no listener, no timer is left', async () => {
    const { options, home } = loadPage({ fault: 'silent' })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const { unmount } = await mount(driver, { provider: { options }, scene: boundary })
    expect({ listening: options.listening(), timers: vi.getTimerCount() }).toEqual({ listening: 1, timers: 1 })
    await unmount()
    expect({ listening: options.listening(), timers: vi.getTimerCount() }).toEqual({ listening: 0, timers: 0 })
    expect(initsOf(home)).toBe(1)
  })
}

function server({ driver, complaints }: Parts): void {
  const { renderToString } = driver
  if (!renderToString) return

  it('renders connecting on a server and opens nothing there', async () => {
    const { options, home } = loadPage()
    expect(textOf(await renderToString({ provider: { options }, scene: boundary }))).toBe('connecting')
    expect({ listening: options.listening(), inits: initsOf(home) }).toEqual({ listening: 0, inits: 0 })
    expect(complaints).toEqual([])
  })

  it('takes over what the server rendered without a complaint, also when the host is ready by then', async () => {
    const host = await readyHost(loadPage())
    const plugin: ContractPlugin = { provider: { host }, scene: boundary }
    const html = await renderToString(plugin)
    expect(textOf(html)).toBe('connecting')
    const { element, errors } = await mount(driver, plugin, { html })
    await eventually(() => element.textContent, adaText)
    expect(errors).toEqual([])
    expect(complaints).toEqual([])
  })
}

function failures({ driver }: Parts): void {
  it('shows why it failed, and is ready after asking anew', async () => {
    const { options, home } = loadPage({ fault: 'tampered' })
    const { element } = await mount(driver, { provider: { options }, scene: boundary })
    await eventually(() => element.textContent, 'failed: ERR_TOKEN_SIGNATURE')
    home.setFault(undefined)
    element.querySelector('button')?.click()
    await eventually(() => element.textContent, adaText)
    expect(initsOf(home)).toBe(2)
  })
}

function identity({ driver }: Parts): void {
  it('stays ready while the token is refreshed', async () => {
    const page = loadPage()
    const host = await readyHost(page)
    const rendered: unknown[] = []
    const scene: Scene = {
      kind: 'selection',
      select: ({ status }) => status,
      onRender: (status) => rendered.push(status),
    }
    const { settled } = await mount(driver, { provider: { host }, scene })
    await host.getToken({ fresh: true })
    await settled()
    expect(initsOf(page.home)).toBe(2)
    expect(new Set(rendered)).toEqual(new Set(['ready']))
  })

  it('fails when the host answers for another user', async () => {
    const host = await readyHost(loadPage({ fault: 'other-user' }))
    const { element } = await mount(driver, { provider: { host }, scene: boundary })
    expect(element.textContent).toBe(adaText)
    await expect(host.getToken({ fresh: true })).rejects.toMatchObject({ code: 'ERR_IDENTITY_CHANGED' })
    await eventually(() => element.textContent, 'failed: ERR_IDENTITY_CHANGED')
  })
}

function saving({ driver }: Parts): void {
  it('answers save with what the newest handler says, over one and the same subscription', async () => {
    const page = loadPage({ view: 'config' })
    const { host, added } = watchHost(await readyHost(page))
    const scene = (canteen: string): Scene => ({ kind: 'save', onSave: () => ({ canteen }) })
    const { update } = await mount(driver, { provider: { host }, scene: scene('south') })
    const before = added()
    expect(await page.home.save()).toEqual({ canteen: 'south' })
    await update(scene('west'))
    expect(await page.home.save()).toEqual({ canteen: 'west' })
    expect(added()).toBe(before)
  })

  it('lets nothing be saved once it is unmounted', async () => {
    const warnings: string[] = []
    const page = loadPage({ view: 'config', onWarning: ({ code }) => warnings.push(code) })
    const { host, active } = watchHost(await readyHost(page))
    const { unmount } = await mount(driver, { provider: { host }, scene: { kind: 'save', onSave: () => true } })
    await unmount()
    expect(await page.home.save()).toBe(false)
    expect(warnings).toEqual(['ERR_SAVE_UNHANDLED'])
    expect(active()).toBe(0)
  })
}

function heights({ driver }: Parts, layout: boolean): void {
  const scene = (...heights: number[]): Scene => ({ kind: 'height', heights })

  it('observes elements as they come and go', async () => {
    const observers = watchObservers()
    onTestFinished(observers.restore)
    const host = await readyHost(loadPage())
    const { update } = await mount(driver, { provider: { host }, scene: scene() })
    expect(observers.observed()).toBe(0)
    await update(scene(100))
    expect(observers.observed()).toBeGreaterThan(0)
    await update(scene())
    expect(observers.observed()).toBe(0)
  })

  if (!layout) return

  it('tells the host the height of what is there; when nothing is left the last one stays', async () => {
    const page = loadPage()
    const host = await readyHost(page)
    const { update, element } = await mount(driver, { provider: { host }, scene: scene(100) })
    const bottom = (pixels: number): number => Math.ceil(element.getBoundingClientRect().top + window.scrollY + pixels)
    await eventually(() => page.home.height, bottom(100))
    await update(scene(100, 50))
    await eventually(() => page.home.height, bottom(150))
    await update(scene(30))
    await eventually(() => page.home.height, bottom(30))
    await update(scene())
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    expect(page.home.height).toBe(bottom(30))
  })
}

function neighbours({ driver }: Parts): void {
  it('keeps two plug-ins in one page apart', async () => {
    const ada = loadPage()
    const grace = loadPage({ userName: 'Grace', canteen: 'south' })
    const one = await mount(driver, { provider: { options: ada.options }, scene: boundary })
    const other = await mount(driver, { provider: { options: grace.options }, scene: boundary })
    await eventually(() => one.element.textContent, adaText)
    await eventually(() => other.element.textContent, 'Grace eats {"canteen":"south"}')
    await one.unmount()
    grace.home.send('edit', { 'stt.edit': true })
    await eventually(() => other.element.textContent, 'Grace eats {"canteen":"south"} while editing')
    expect([initsOf(ada.home), initsOf(grace.home)]).toEqual([1, 1])
  })
}

function translation({ driver, complaints }: Parts): void {
  it('shows each state once while the browser translates the page', async () => {
    const { options, home } = loadPage({ hold: true, fault: 'tampered' })
    const host = makeHost(options)
    const { element, errors } = await mount(driver, { provider: { host }, scene: boundary })
    onTestFinished(translatePage(element))
    const shown = (): string => untranslated(element.textContent)
    expect(element.textContent).toBe('⟦connecting⟧')
    options.release()
    await eventually(shown, 'failed: ERR_TOKEN_SIGNATURE')
    options.hold()
    home.setFault(undefined)
    element.querySelector('button')?.click()
    await eventually(shown, 'connecting')
    options.release()
    await eventually(shown, adaText)
    host.close()
    await eventually(shown, driver.kind === 'core' ? 'closed' : '')
    host.retry()
    await eventually(shown, adaText)
    expect(errors).toEqual([])
    expect(complaints).toEqual([])
  })
}

function selections({ driver }: Parts): void {
  it.each<[string, (state: HostSnapshot<unknown>) => unknown]>([
    ['one field', ({ context }) => context],
    ['a new object of several fields', ({ context, config }) => ({ context, config })],
  ])('renders only when what was selected changes: %s', async (_, select) => {
    const page = loadPage()
    const host = await readyHost(page)
    const rendered: unknown[] = []
    const onRender = (selection: unknown): void => void rendered.push(selection)
    const { settled } = await mount(driver, { provider: { host }, scene: { kind: 'selection', select, onRender } })
    const before = rendered.length
    await edit(page.home, host, true)
    await settled()
    expect(rendered.length).toBe(before)
    host.close()
    await settled()
    expect(rendered.length).toBe(before + 1)
  })
}

function mistakes({ driver }: Parts): void {
  it('says what to do when there is no provider', async () => {
    const { errors } = await mount(driver, { scene: boundary })
    expect(errors[0]).toMatchObject({ code: 'ERR_PROVIDER_MISSING' })
  })

  it('refuses to give a context that is not there', async () => {
    const { options } = loadPage({ hold: true })
    const { errors } = await mount(driver, { provider: { options }, scene: { kind: 'unguarded' } })
    expect(errors[0]).toMatchObject({ code: 'ERR_HOST_NOT_READY' })
  })

  it('gives a failure that nobody shows to the error handler of the framework', async () => {
    const host = makeHost(loadPage({ fault: 'tampered' }).options)
    const { errors } = await mount(driver, { provider: { host }, scene: { kind: 'boundary', withoutFailed: true } })
    await eventually(() => errors.length, 1)
    expect(errors[0]).toBe(host.getSnapshot().error)
  })

  it.each(['both a host and options', 'neither a host nor options'])('refuses %s', async (given) => {
    const { options } = loadPage()
    const provider = given.startsWith('both') ? { host: makeHost(options), options } : {}
    const { errors } = await mount(driver, { provider, scene: boundary })
    expect(errors[0]).toBeInstanceOf(TypeError)
    expect(String(errors[0])).toMatch(/host.*options/)
  })
}

interface PageSettings extends Pick<HaiiloHostOptions, 'onWarning'> {
  readonly userName?: string
  readonly canteen?: string
  readonly fault?: 'silent' | 'tampered' | 'other-user'
  readonly view?: 'plugin' | 'config'
  /** Keeps back what the host says until `options.release()`. */
  readonly hold?: boolean
}

interface Page {
  readonly home: SimulatedHost
  readonly options: SimulatedConnection & WatchedTransport
}

/** A page of the plug-in, loaded in a simulated host of its own, which ends with the test. */
function loadPage({ userName = 'Ada', canteen = 'north', fault, view, hold, ...options }: PageSettings = {}): Page {
  const home = createSimulatedHost({
    tenant: 'https://home.example.com',
    user: { userName },
    config: { canteen },
    fault,
  })
  onTestFinished(home.close)
  const connection = home.connect(view)
  const watched = watchTransport(connection.transport)
  if (hold) watched.hold()
  return { home, options: { ...options, ...connection, ...watched } }
}

function makeHost(options: HaiiloHostOptions<unknown>): HaiiloHost<unknown> {
  const host = createHaiiloHost(options)
  onTestFinished(host.close)
  return host
}

async function readyHost({ options }: Page): Promise<HaiiloHost<unknown>> {
  const host = makeHost(options)
  await host.ready()
  return host
}

/** Mounts until the test is over. */
async function mount(driver: BindingDriver, plugin: ContractPlugin, how?: MountOptions): Promise<MountedPlugin> {
  const mounted = await driver.mount(plugin, how)
  onTestFinished(mounted.unmount)
  return mounted
}

/** Switches the edit mode as older hosts do, and resolves when the host's state says so. */
async function edit(home: SimulatedHost, host: HaiiloHost<unknown>, editing: boolean): Promise<void> {
  home.send('edit', { 'stt.edit': editing })
  await eventually(() => host.getSnapshot().editing, editing)
}

function initsOf({ log }: SimulatedHost): number {
  return log.filter(({ direction, subject }) => direction === 'plugin-to-host' && subject === 'init').length
}

function answersOf({ log }: SimulatedHost): number {
  return log.filter(({ direction, subject }) => direction === 'host-to-plugin' && subject === 'init').length
}

/** What the newest message of the plug-in with this subject carried. */
function payloadOf({ log }: SimulatedHost, wanted: string): unknown {
  return log.findLast(({ direction, subject }) => direction === 'plugin-to-host' && subject === wanted)?.payload
}

function textOf(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent
}

/** Waits for a value: a key may have to be made first, which takes a slow machine a while. */
async function eventually(read: () => unknown, expected: unknown): Promise<void> {
  await expect.poll(read, { interval: 5, timeout: 20_000 }).toEqual(expected)
}
