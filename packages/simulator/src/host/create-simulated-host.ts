import type { PluginView, TrustRule } from '@haiilo-kit/core'
import type { JWK } from 'jose'
import type { TenantState } from './handshake-claims.js'
import { connectInMemory } from '../page/connect-in-memory.js'
import { embedPlugin } from '../page/embed-plugin.js'
import { parseFault, unreachableKeyServer } from '../faults/faults.js'
import { createInstances, type Instance } from './instances.js'
import { createPageSession, type PageSession, type PageSessionOptions, type SessionHost } from '../page/page-session.js'
import { checkManifestUrl, resolvePageUrl, type PageAddress } from '../page/resolve-page-url.js'
import { signToken } from '../keys/sign-token.js'
import { createJkuResolver } from '../keys/publish-key.js'
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

type EmbeddedView = { readonly view: PluginView } & EmbeddedPlugin

/** The session options that come from the instance and the host. */
type SharedOptions = 'source' | 'state' | 'earlierNonce' | 'onHandshake' | 'onClose'

/**
 * Creates a simulated Haiilo Home that signs real tokens, for tests, stories and offline work.
 *
 * The call is cheap: the key pair is generated with the first signature, once per process.
 *
 * @throws {TypeError} `tenant` is neither an https URL nor an http URL on localhost, `manifestUrl` is neither an http nor an https URL, or
 *   there is no such fault or entry point.
 * @example
 * ```ts
 * import { createHaiiloHost } from '@haiilo-kit/core'
 *
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
  for (const { pointer, message } of findings) console.warn(`The manifest is broken at “${pointer}”: ${message}`)
  const log = createWireLog(clock)
  const sessions = new Set<PageSession>()
  const embedded = new Set<EmbeddedView>()
  const reloadListeners = new Set<(source: string | undefined) => void>()
  const resolveJku = createJkuResolver(options, publicKey)
  let state: TenantState = tenant.state
  let fault = parseFault(options.fault)
  let latency = options.latency ?? 0
  let height: number | undefined

  const trust: readonly TrustRule[] = Object.freeze([
    Object.freeze({ issuer, keys: async () => [await publicKey()], jku: [unreachableKeyServer(issuer)] }),
  ])
  const sessionHost: SessionHost = {
    issuer,
    clock,
    subjects: options.subjects ?? {},
    settings: () => ({ fault, latency }),
    sign: async (message) => signToken(message, { modulusLength, jku: await resolveJku() }),
    record: log.record,
  }

  async function publicKey(): Promise<JWK> {
    return (await signingKey('home', modulusLength)).publicJwk
  }

  function openSession(instance: Instance, page: Omit<PageSessionOptions, SharedOptions>): PageSession {
    const session = createPageSession(sessionHost, {
      ...page,
      source: instance.source,
      state: { ...state, config: instance.config() },
      earlierNonce: instance.nonce,
      onHandshake: (nonce) => void (instance.nonce = nonce),
      onHeight(requested) {
        if (page.view === 'plugin') instance.height = height = requested
        page.onHeight(requested)
      },
      onClose: (closed) => sessions.delete(closed),
    })
    sessions.add(session)
    return session
  }

  function connect(view: PluginView = 'plugin', connectOptions: ConnectOptions = {}): SimulatedConnection {
    const instance = instances.open(view, connectOptions)
    const transport = connectInMemory(issuer, (page) =>
      openSession(instance, { ...page, view, onHeight: () => undefined }),
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

  function embed(
    iframe: HTMLIFrameElement,
    { view = 'plugin', url, wrapper, ...connectOptions }: EmbedOptions = {},
  ): EmbeddedPlugin {
    const instance = instances.open(view, connectOptions)
    const { entryPoint, source } = instance
    const plugin = embedPlugin(iframe, {
      instance,
      view,
      sandbox,
      wrapper: wrapper === undefined ? undefined : new URL(wrapper, iframe.baseURI),
      timeout: frameTimeout,
      url: resolvePageUrl({
        ...findAddress(iframe, url, view === 'config' ? entryPoint.configUrl : entryPoint.url),
        source,
      }),
      height: view === 'plugin' ? entryPoint.height : undefined,
      permissions: manifest && (entryPoint.permissionsPolicy ?? []),
      open: (page) => openSession(instance, { ...page, view }),
      onDetach: () => embedded.delete(plugin),
    })
    embedded.add(plugin)
    return plugin
  }

  function findAddress(
    iframe: HTMLIFrameElement,
    url: string | undefined,
    manifestAddress: string | undefined,
  ): Pick<PageAddress, 'address' | 'bases'> {
    if (url === undefined && manifestAddress)
      return { address: manifestAddress, bases: [options.manifestUrl, iframe.baseURI] }
    const address = url ?? iframe.getAttribute('src')
    if (address) return { address, bases: [iframe.baseURI] }
    throw new TypeError('embed: there is no URL. Pass `url`, a manifest with an entry point, or a frame with `src`.')
  }

  async function save({ timeout = 10_000, source }: SaveOptions = {}): Promise<boolean | SimulatedConfig> {
    const session = findConfigView(source)
    if (!session)
      throw new TypeError(
        "save: no configuration view is connected. Load one with connect('config') or embed(frame, { view: 'config' }).",
      )
    const answer = await session.save(timeout)
    if (typeof answer === 'object') {
      instances.setConfig(answer, session.source)
      reload((plugin) => plugin.source === session.source && plugin.view === 'plugin', session.source)
    }
    return answer
  }

  /** Prefers a view that already listens to one that does not yet. */
  function findConfigView(source: string | undefined): PageSession | undefined {
    const views = [...sessions].filter((each) => each.view === 'config' && (source ?? each.source) === each.source)
    const lastWith = (presence: string): PageSession | undefined =>
      views.findLast((each) => each.presence() === presence)
    return lastWith('present') ?? lastWith('expected')
  }

  function setConfig(config: SimulatedConfig, { source }: SetConfigOptions = {}): void {
    instances.setConfig(config, source)
    reload((plugin) => source === undefined || plugin.source === source, source)
  }

  function change(changed: Partial<TenantState>): void {
    state = { ...state, ...changed }
    reload(() => true)
  }

  /** Reloads plug-ins after a change, like the real host. */
  function reload(isAffected: (plugin: EmbeddedView) => boolean, source?: string): void {
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
      for (const session of sessions)
        if (session.view === view && session.presence() === 'present') session.send(subject, claims)
    },
    sendAgain: (id) => [...sessions].some((session) => session.sendAgain(id)),
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
      for (const session of sessions) session.close()
      reloadListeners.clear()
    },
  }
}
