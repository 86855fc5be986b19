import type { PluginView, TrustRule } from '@haiilo-kit/core'
import type { JWK } from 'jose'
import type { LoadedState } from './claims.js'
import { connectInMemory } from './connect-in-memory.js'
import { embedPlugin } from './embed-plugin.js'
import { deadKeyServer, parseFault } from './faults.js'
import { createLoadedPage, type LoadedPage, type PageHost, type PageOptions } from './loaded-page.js'
import { mintToken } from './mint-token.js'
import { createKeyPlace } from './publish-key.js'
import { keyDocument, signingKey } from './signing-keys.js'
import type {
  ConnectOptions,
  EmbeddedPlugin,
  EmbedOptions,
  SaveOptions,
  SimulatedConfig,
  SimulatedConnection,
  SimulatedHost,
  SimulatedHostOptions,
} from './simulated-host.js'
import { readTenant } from './tenant.js'
import { createWireLog } from './wire-log.js'

/** Source ids are unique in the process, so that two hosts in one page never mean the same instance. */
let instances = 0

/**
 * A Haiilo Home that is not there, but signs real tokens: for tests, for stories, for working offline.
 *
 * Making one costs nothing: its key pair is made with the first signature, once per process.
 *
 * @throws {TypeError} The tenant is neither an https address nor http on localhost, or there is no such fault or entry point.
 * @example
 * ```ts
 * const home = createSimulatedHost({ user: { userName: 'Ada' }, config: { canteen: 'north' } })
 * const host = createHaiiloHost(home.connect())
 * const { context, config } = await host.ready()
 * ```
 */
export function createSimulatedHost(options: SimulatedHostOptions = {}): SimulatedHost {
  const { sandbox = 'same-origin', modulusLength = 2048, clock = Date.now } = options
  const { issuer, entryPoint, layers, ...tenant } = readTenant(options)
  const log = createWireLog(clock)
  const pages = new Set<LoadedPage>()
  const embedded = new Set<{ readonly view: PluginView } & EmbeddedPlugin>()
  const reloadListeners = new Set<() => void>()
  const nonces = new Map<string, string>()
  const keyPlace = createKeyPlace(options, publicKey)
  let state: LoadedState = tenant.state
  let fault = parseFault(options.fault)
  let latency = options.latency ?? 0
  let height: number | undefined

  const trust: readonly TrustRule[] = Object.freeze([
    Object.freeze({ issuer, keys: async () => [await publicKey()], jku: [deadKeyServer(issuer)] }),
  ])
  const pageHost: PageHost = {
    issuer,
    clock,
    subjects: options.subjects ?? {},
    settings: () => ({ fault, latency }),
    mint: async (delivery) => mintToken(delivery, { modulusLength, jku: await keyPlace() }),
    record: log.record,
  }

  async function publicKey(): Promise<JWK> {
    return (await signingKey('home', modulusLength)).publicJwk
  }

  function loadPage(page: Omit<PageOptions, 'state' | 'earlierNonce' | 'onHandshake' | 'onClose'>): LoadedPage {
    const loaded = createLoadedPage(pageHost, {
      ...page,
      state,
      earlierNonce: nonces.get(page.source) ?? crypto.randomUUID(),
      onHandshake: (nonce) => nonces.set(page.source, nonce),
      onHeight(wanted) {
        if (page.view === 'plugin') height = wanted
        page.onHeight(wanted)
      },
      onClose: (closed) => pages.delete(closed),
    })
    pages.add(loaded)
    return loaded
  }

  function connect(view: PluginView = 'plugin', { source = newSource() }: ConnectOptions = {}): SimulatedConnection {
    const transport = connectInMemory(issuer, (page) => loadPage({ ...page, source, view, onHeight: () => undefined }))
    return { source, view, transport, trust, ...(options.clock && { clock }) }
  }

  function embed(
    iframe: HTMLIFrameElement,
    { view = 'plugin', source = newSource(), url }: EmbedOptions = {},
  ): EmbeddedPlugin {
    const plugin = embedPlugin(iframe, {
      source,
      view,
      sandbox,
      url: locate(iframe, url ?? (view === 'config' ? entryPoint?.configUrl : entryPoint?.url), source),
      height: view === 'plugin' ? entryPoint?.height : undefined,
      load: (page) => loadPage({ ...page, source, view }),
      onDetach: () => embedded.delete(plugin),
    })
    embedded.add(plugin)
    return plugin
  }

  async function save({ timeout = 10_000 }: SaveOptions = {}): Promise<boolean | SimulatedConfig> {
    const page = [...pages].findLast(({ view, isConnected }) => view === 'config' && isConnected())
    if (!page)
      throw new TypeError("save: no configuration view is connected. Load one: connect('config'), or embed it.")
    const answer = await page.save(timeout)
    if (typeof answer === 'object') change({ config: layers.save(answer) }, 'plugin')
    return answer
  }

  /** The real host loads the plug-in again after every change, and so do we. */
  function change(changed: Partial<LoadedState>, view?: PluginView): void {
    state = { ...state, ...changed }
    for (const plugin of embedded) if (!view || plugin.view === view) plugin.reload()
    for (const listener of reloadListeners) listener()
  }

  return {
    issuer,
    trust,
    get log() {
      return log.entries()
    },
    get height() {
      return height
    },
    connect,
    embed,
    save,
    send(subject, claims = {}, view = 'plugin') {
      for (const page of pages) if (page.view === view && page.isConnected()) page.send(subject, claims)
    },
    setUser: (user) => change({ user: { ...state.user, ...user } }),
    setConfig: (config) => change({ config: layers.replace(config) }),
    setEditing: (editing) => change({ editing }),
    setFault: (name) => void (fault = parseFault(name)),
    setLatency: (milliseconds) => void (latency = milliseconds),
    subscribe: log.subscribe,
    onReload(listener) {
      reloadListeners.add(listener)
      return () => reloadListeners.delete(listener)
    },
    keyDocument: async () => keyDocument(await publicKey()),
    close() {
      for (const plugin of embedded) plugin.detach()
      for (const page of pages) page.close()
      reloadListeners.clear()
    },
  }
}

function newSource(): string {
  instances += 1
  return `instance-${instances}`
}

function locate(iframe: HTMLIFrameElement, url: string | undefined, source: string): URL {
  const address = url ?? iframe.getAttribute('src')
  if (!address)
    throw new TypeError("embed: which page? Give `url`, a manifest with an entry point, or the frame's `src`.")
  const located = new URL(address, iframe.baseURI)
  located.searchParams.set('src', source)
  return located
}
