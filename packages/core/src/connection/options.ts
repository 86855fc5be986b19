import type { HaiiloError } from '../errors.js'
import { guarded } from '../lib/guarded.js'
import { parseAlgorithms } from '../token/algorithm.js'
import { haiiloTrust } from '../token/haiilo-trust.js'
import { compileTrust } from '../token/trust.js'
import { createVerifier, type Verifier } from '../token/verifier.js'
import type { HostTransport } from '../transport/transport.js'
import { parseOrigins } from './check-embedder.js'
import type { HaiiloHostOptions, PluginView, WireEntry } from './haiilo-host.js'
import type { RawConfig } from './host-snapshot.js'
import { readPage } from './page.js'
import { checkTimeout } from './pending-requests.js'

/** The options after their check, each with its default. Nothing reads an option or the page again. */
export interface HostSettings<Config> {
  readonly view: PluginView
  /** Source id with the suffix of the view; empty where the page has none. */
  readonly source: string
  /** Absent on a server. */
  readonly transport: HostTransport | undefined
  readonly verifier: Verifier
  readonly embedders: ReadonlySet<string>
  readonly backends: readonly string[]
  /** Milliseconds. */
  readonly timeout: number
  /** Seconds. */
  readonly clockTolerance: number
  readonly clock: () => number
  readonly fetch: typeof fetch
  readonly parseConfig: (raw: RawConfig) => Config
  readonly onWire: ((entry: WireEntry) => void) | undefined
  /** Never throws. */
  readonly warn: (error: HaiiloError) => void
}

/** @throws {TypeError} An option is wrong; the message names it and says what it takes. */
export function readOptions<Config>(options: HaiiloHostOptions<Config>): HostSettings<Config> {
  const { view = 'plugin', timeout = 10_000, clockTolerance = 30, clock = Date.now, onWarning = console.warn } = options
  const page = readPage()
  if (view !== 'plugin' && view !== 'config') throw new TypeError('view: expected "plugin" or "config".')
  checkTimeout(timeout)
  const source = options.source ?? page.source ?? ''
  const fetcher: typeof fetch = options.fetch ?? ((input, init) => fetch(input, init))
  return {
    view,
    source: source && view === 'config' ? `${source}-cfg` : source,
    transport: options.transport ?? page.transport,
    verifier: createVerifier({
      rules: compileTrust(options.trust ?? haiiloTrust()),
      algorithms: parseAlgorithms(options.algorithms),
      clockTolerance,
      clock,
      fetch: fetcher,
      development: page.onLoopback,
    }),
    embedders: parseOrigins('embedders', options.embedders ?? []),
    backends: options.backends ? [...parseOrigins('backends', options.backends)] : page.origin ? [page.origin] : [],
    timeout,
    clockTolerance,
    clock,
    fetch: fetcher,
    parseConfig: options.config ?? ((raw) => raw as Config),
    onWire: options.onWire,
    warn: (error) => guarded(() => onWarning(error)),
  }
}
