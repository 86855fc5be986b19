import type { PluginView, TrustRule } from '@haiilo-kit/core'
import type { JWK } from 'jose'
import type { TenantState } from './handshake-claims.js'
import { connectInMemory } from '../page/connect-in-memory.js'
import { embedPlugin } from '../page/embed-plugin.js'
import { deadKeyServer, parseFault } from '../faults/faults.js'
import { createInstances, type Instance } from './instances.js'
import { createLoadedPage, type LoadedPage, type PageHost, type PageOptions } from '../page/page-session.js'
import { checkManifestUrl, locatePage, type PageAddress } from '../page/resolve-page-url.js'
import { mintToken } from '../keys/sign-token.js'
import { createKeyPlace } from '../keys/publish-key.js'
import { readManifest } from '../manifest/read-manifest.js'
import { keyDocument, signingKey } from '../keys/signing-keys.js'
import type {
  ConnectOptions,
  EmbeddedPlugin,
  EmbedOptions,
  SaveOptions,
  SetConfigOptions,
  SimulatedConfig,
  SimulatedConnection,
  SimulatedHost,
  SimulatedHostOptions,
} from './simulated-host.js'
import { readTenant } from './read-tenant.js'
import { createWireLog } from './wire-log.js'

type EmbeddedPage = { readonly view: PluginView } & EmbeddedPlugin

/** What a page is told by its instance and its host. */
type AboutInstance = 'source' | 'state' | 'earlierNonce' | 'onHandshake' | 'onClose'

/**
 * A Haiilo Home that is not there, but signs real tokens: for tests, for stories, for working offline.
 *
 * Making one costs nothing: its key pair is made with the first signature, once per process.
 *
 * @throws {TypeError} The tenant is neither an https address nor http on localhost, the manifest's address is neither http nor https, or
 *   there is no such fault or entry point.
 * @example
 * ```ts
 * const home = createSimulatedHost({ user: { userName: 'Ada' }, config: { canteen: 'north' } })
 * const host = createHaiiloHost(home.connect())
 * const { context, config } = await host.ready()
 * ```
 */
export function createSimulatedHost(options: SimulatedHostOptions = {}): SimulatedHost {
  const { sandbox = 'same-origin', modulusLength = 2048, clock = Date.now } = options
  const { config = {}, frameTimeout = 10_000 } = options
  checkManifestUrl(options.manifestUrl)
  const { manifest, findings } = readManifest(options.manifest)
  const tenant = readTenant({ ...options, manifest })
  const { issuer } = tenant
  const instances = createInstances({ ...options, manifest: manifest ?? {}, config })
  for (const { pointer, message } of findings) console.warn(`The manifest at “${pointer}”: ${message}`)
  const log = createWireLog(clock)
  const pages = new Set<LoadedPage>()
  const embedded = new Set<EmbeddedPage>()
  const reloadListeners = new Set<(source: string | undefined) => void>()
  const keyPlace = createKeyPlace(options, publicKey)
  let state: TenantState = tenant.state
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

  function loadPage(instance: Instance, page: Omit<PageOptions, AboutInstance>): LoadedPage {
    const loaded = createLoadedPage(pageHost, {
      ...page,
      source: instance.source,
      state: { ...state, config: instance.config() },
      earlierNonce: instance.nonce,
      onHandshake: (nonce) => void (instance.nonce = nonce),
      onHeight(wanted) {
        if (page.view === 'plugin') instance.height = height = wanted
        page.onHeight(wanted)
      },
      onClose: (closed) => pages.delete(closed),
    })
    pages.add(loaded)
    return loaded
  }

  function connect(view: PluginView = 'plugin', asked: ConnectOptions = {}): SimulatedConnection {
    const instance = instances.open(view, asked)
    const transport = connectInMemory(issuer, (page) =>
      loadPage(instance, { ...page, view, onHeight: () => undefined }),
    )
    return {
      source: instance.source,
      view,
      transport,
      trust,
      ...(options.clock && { clock }),
      get height() {
        return instance.height
      },
    }
  }

  function embed(iframe: HTMLIFrameElement, { view = 'plugin', url, ...asked }: EmbedOptions = {}): EmbeddedPlugin {
    const instance = instances.open(view, asked)
    const { entryPoint, source } = instance
    const plugin = embedPlugin(iframe, {
      instance,
      view,
      sandbox,
      timeout: frameTimeout,
      url: locatePage({
        ...findAddress(iframe, url, view === 'config' ? entryPoint.configUrl : entryPoint.url),
        source,
      }),
      height: view === 'plugin' ? entryPoint.height : undefined,
      permissions: manifest && (entryPoint.permissionsPolicy ?? []),
      load: (page) => loadPage(instance, { ...page, view }),
      onDetach: () => embedded.delete(plugin),
    })
    embedded.add(plugin)
    return plugin
  }

  function findAddress(
    iframe: HTMLIFrameElement,
    url: string | undefined,
    ofManifest: string | undefined,
  ): Pick<PageAddress, 'address' | 'bases'> {
    if (url === undefined && ofManifest) return { address: ofManifest, bases: [options.manifestUrl, iframe.baseURI] }
    const address = url ?? iframe.getAttribute('src')
    if (address) return { address, bases: [iframe.baseURI] }
    throw new TypeError("embed: which page? Give `url`, a manifest with an entry point, or the frame's `src`.")
  }

  async function save({ timeout = 10_000, source }: SaveOptions = {}): Promise<boolean | SimulatedConfig> {
    const views = [...pages].filter((page) => page.view === 'config' && (source ?? page.source) === page.source)
    // a view that is there comes before one that was only asked for
    const page = ['here', 'coming'].map((when) => views.findLast((each) => each.listener() === when)).find(Boolean)
    if (!page)
      throw new TypeError("save: no configuration view is connected. Load one: connect('config'), or embed it.")
    const answer = await page.save(timeout)
    if (typeof answer === 'object') {
      instances.setConfig(answer, page.source)
      reload((plugin) => plugin.source === page.source && plugin.view === 'plugin', page.source)
    }
    return answer
  }

  function setConfig(config: SimulatedConfig, { source }: SetConfigOptions = {}): void {
    instances.setConfig(config, source)
    reload((plugin) => source === undefined || plugin.source === source, source)
  }

  function change(changed: Partial<TenantState>): void {
    state = { ...state, ...changed }
    reload(() => true)
  }

  /** The real host loads the plug-in again after every change, and so do we. */
  function reload(isAffected: (plugin: EmbeddedPage) => boolean, source?: string): void {
    for (const plugin of embedded) if (isAffected(plugin)) plugin.reload()
    for (const listener of reloadListeners) listener(source)
  }

  return {
    issuer,
    trust,
    findings,
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
      for (const page of pages) if (page.view === view && page.listener() === 'here') page.send(subject, claims)
    },
    setUser: (user) => change({ user: { ...state.user, ...user } }),
    setConfig,
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
