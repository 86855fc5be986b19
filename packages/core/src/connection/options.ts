import type { HaiiloError } from '../errors.js'
import { callUserCode } from '../lib/call-user-code.js'
import { parseAlgorithms } from '../token/algorithm.js'
import { haiiloTrust } from '../token/haiilo-trust.js'
import { compileTrust } from '../token/trust.js'
import { checkClockTolerance, createVerifier, type Verifier } from '../token/verifier.js'
import type { HostTransport } from '../transport/transport.js'
import { parseOrigins } from './check-embedder.js'
import type { HaiiloHostOptions, PluginView, WireEntry } from './haiilo-host.js'
import type { RawConfig } from './host-snapshot.js'
import { readEnvironment } from './environment.js'
import { checkTimeout } from './pending-requests.js'

/** The checked options with their defaults. Nothing reads the options or the environment again. */
export interface HostSettings<Config> {
  readonly view: PluginView
  /** Source id with the suffix of the view. Empty if the page has none. */
  readonly source: string
  /** Absent on a server. */
  readonly transport: HostTransport | undefined
  /** Creates the verifier on the first call, after the request was sent. */
  readonly verifier: () => Verifier
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

/** @throws {TypeError} An option is invalid. The message names it and says what is expected. */
export function readOptions<Config>(options: HaiiloHostOptions<Config>): HostSettings<Config> {
  const { view = 'plugin', timeout = 10_000, clockTolerance = 30, clock = Date.now, onWarning = console.warn } = options
  const environment = readEnvironment()
  if (view !== 'plugin' && view !== 'config') throw new TypeError('view: expected "plugin" or "config".')
  checkTimeout(timeout)
  checkClockTolerance(clockTolerance)
  const rules = options.trust && compileTrust(options.trust)
  const algorithms = parseAlgorithms(options.algorithms)
  const source = options.source ?? environment.source ?? ''
  const fetcher: typeof fetch = options.fetch ?? ((input, init) => fetch(input, init))
  let verifier: Verifier | undefined
  return {
    view,
    source: source && view === 'config' ? `${source}-cfg` : source,
    transport: options.transport ?? environment.transport,
    verifier: () =>
      (verifier ??= createVerifier({
        rules: rules ?? compileTrust(haiiloTrust()),
        algorithms,
        clockTolerance,
        clock,
        fetch: fetcher,
        development: environment.onLoopback,
      })),
    embedders: parseOrigins('embedders', options.embedders ?? []),
    backends: options.backends
      ? [...parseOrigins('backends', options.backends)]
      : environment.origin
        ? [environment.origin]
        : [],
    timeout,
    clockTolerance,
    clock,
    fetch: fetcher,
    parseConfig: options.config ?? ((raw) => raw as Config),
    onWire: options.onWire,
    warn: (error) => callUserCode(() => onWarning(error)),
  }
}
