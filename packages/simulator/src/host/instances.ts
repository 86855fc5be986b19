import type { PluginView } from '@haiilo-kit/core'
import { excerpt } from '@haiilo-kit/core/token'
import { createGlobalConfig, defaultsOf } from './global-config.js'
import type {
  ConnectOptions,
  SimulatedConfig,
  SimulatedEntryPoint,
  SimulatedHostOptions,
  SimulatedManifest,
} from './simulated-host.js'

/** One widget of the tenant. Its plug-in view and its configuration view share this state; other instances do not. */
export interface Instance {
  readonly source: string
  readonly entryPoint: SimulatedEntryPoint
  /** Returns the configuration for the next load: the global values, overridden by those of the instance. */
  readonly config: () => SimulatedConfig
  /** Replaces the instance's own values. They override the defaults of the entry point. */
  readonly setConfig: (values: SimulatedConfig) => void
  /** The last height that the plug-in view requested, in CSS pixels. */
  height: number | undefined
  /** The nonce of the last handshake. */
  nonce: string
}

/** All instances of one simulated host. */
export interface Instances {
  /**
   * Finds or creates the instance of a new page: the one with the id `source`; otherwise the newest one, if the page can belong to it;
   * otherwise a new one.
   *
   * @throws {TypeError} There is no such entry point, or the options contradict the existing instance.
   */
  readonly open: (view: PluginView, options: ConnectOptions) => Instance
  /**
   * Replaces the configuration of one instance. Without `source`, replaces the global configuration and that of all instances.
   *
   * @throws {TypeError} There is no such instance.
   */
  readonly setConfig: (config: SimulatedConfig, source: string | undefined) => void
}

type InstancesOptions = Pick<SimulatedHostOptions, 'entryPoint' | 'globalConfig'> & {
  readonly manifest: SimulatedManifest
  readonly config: SimulatedConfig
}

/** @throws {TypeError} The manifest has no entry point with the id `entryPoint`. */
export function createInstances({ manifest, globalConfig = {}, ...options }: InstancesOptions): Instances {
  const global = createGlobalConfig(manifest.config ?? [], globalConfig)
  const defaultEntryPoint = findEntryPoint(manifest, options.entryPoint)
  const instances = new Map<string, Instance>()
  const withPluginView = new Set<Instance>()
  let initialValues = options.config
  let newest: Instance | undefined
  global.replace(initialValues)

  function open(view: PluginView, options: ConnectOptions): Instance {
    const existing = options.source === undefined ? matchNewest(view, options) : instances.get(options.source)
    if (existing) refuseContradiction(existing, options)
    const instance = existing ?? create(options)
    if (view === 'plugin') withPluginView.add(instance)
    return instance
  }

  /** A configuration view joins the newest instance. A plug-in view joins it only if it has no plug-in view yet. */
  function matchNewest(view: PluginView, { entryPoint, config }: ConnectOptions): Instance | undefined {
    if (!newest || config || (view === 'plugin' && withPluginView.has(newest))) return undefined
    return entryPoint === undefined || entryPoint === newest.entryPoint.id ? newest : undefined
  }

  function refuseContradiction({ source, entryPoint }: Instance, options: ConnectOptions): void {
    if (options.entryPoint !== undefined && options.entryPoint !== entryPoint.id)
      throw new TypeError(`entryPoint: the instance “${source}” has another entry point. Omit \`source\`.`)
    if (options.config)
      throw new TypeError(
        `config: the instance “${source}” already has a configuration. Call setConfig(config, { source }) instead.`,
      )
  }

  function create({ source = nextSource(instances), entryPoint: id, config }: ConnectOptions): Instance {
    const entryPoint = id === undefined ? defaultEntryPoint : findEntryPoint(manifest, id)
    let values: SimulatedConfig = { ...initialValues, ...config }
    const instance: Instance = {
      source,
      entryPoint,
      config: () => ({ ...global.values(), ...defaultsOf(entryPoint.config ?? []), ...values }),
      setConfig: (next) => void (values = next),
      height: undefined,
      nonce: crypto.randomUUID(),
    }
    instances.set(source, instance)
    return (newest = instance)
  }

  function find(source: string): Instance {
    const instance = instances.get(source)
    if (instance) return instance
    throw new TypeError(`source: there is no instance “${excerpt(source)}”. Connect or embed one of its pages first.`)
  }

  return {
    open,
    setConfig(config, source) {
      if (source !== undefined) return find(source).setConfig(config)
      initialValues = config
      global.replace(config)
      for (const instance of instances.values()) instance.setConfig(config)
    },
  }
}

/** Source ids are unique in the process, so that two hosts on one page never use the same one. */
let count = 0

function nextSource(taken: ReadonlyMap<string, Instance>): string {
  count += 1
  const source = `instance-${count}`
  return taken.has(source) ? nextSource(taken) : source
}

function findEntryPoint({ entryPoints = [] }: SimulatedManifest, id: string | undefined): SimulatedEntryPoint {
  if (id === undefined) return entryPoints[0] ?? {}
  const found = entryPoints.find((candidate) => candidate.id === id)
  if (found) return found
  throw new TypeError(`entryPoint: the manifest has no entry point with the id “${excerpt(id)}”.`)
}
