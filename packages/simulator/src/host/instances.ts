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

/** One widget of the tenant: what its plug-in view and its configuration view share, and no other instance does. */
export interface Instance {
  readonly source: string
  /** Address, fields, first height and permissions. */
  readonly entryPoint: SimulatedEntryPoint
  /** What the next page is loaded with: the global values, and those of the instance over them. */
  readonly config: () => SimulatedConfig
  /** Replaces the values of the instance, over the defaults of its entry point. */
  readonly setConfig: (values: SimulatedConfig) => void
  /** The last height that its plug-in view asked for. */
  height: number | undefined
  /** Nonce of its last handshake. */
  nonce: string
}

/** All instances of one simulated host. */
export interface Instances {
  /**
   * The instance that a new page belongs to: the one that `source` names, else the newest if the page fits to it, else a new one.
   *
   * @throws {TypeError} There is no such entry point, or the instance exists and is another than the one that is asked for.
   */
  readonly open: (view: PluginView, options: ConnectOptions) => Instance
  /**
   * Replaces the configuration of one instance, or of the tenant and all its instances.
   *
   * @throws {TypeError} There is no such instance.
   */
  readonly setConfig: (config: SimulatedConfig, source: string | undefined) => void
}

type InstancesOptions = Pick<SimulatedHostOptions, 'entryPoint' | 'globalConfig'> & {
  readonly manifest: SimulatedManifest
  readonly config: SimulatedConfig
}

/** @throws {TypeError} The manifest has no entry point with the id of the options. */
export function createInstances({ manifest, globalConfig = {}, ...options }: InstancesOptions): Instances {
  const global = createGlobalConfig(manifest.config ?? [], globalConfig)
  const defaultEntryPoint = findEntryPoint(manifest, options.entryPoint)
  const all = new Map<string, Instance>()
  const withPlugin = new Set<Instance>()
  let base = options.config
  let newest: Instance | undefined
  global.replace(base)

  function open(view: PluginView, asked: ConnectOptions): Instance {
    const known = asked.source === undefined ? findFitting(view, asked) : all.get(asked.source)
    if (known) checkAgain(known, asked)
    const instance = known ?? create(asked)
    if (view === 'plugin') withPlugin.add(instance)
    return instance
  }

  /** Settings belong to the plug-in that was opened before them, and the other way round. */
  function findFitting(view: PluginView, { entryPoint, config }: ConnectOptions): Instance | undefined {
    if (!newest || config || (view === 'plugin' && withPlugin.has(newest))) return undefined
    return entryPoint === undefined || entryPoint === newest.entryPoint.id ? newest : undefined
  }

  function checkAgain({ source, entryPoint }: Instance, asked: ConnectOptions): void {
    if (asked.entryPoint !== undefined && asked.entryPoint !== entryPoint.id)
      throw new TypeError(`entryPoint: the instance “${source}” shows another entry point. Leave out \`source\`.`)
    if (asked.config)
      throw new TypeError(`config: the instance “${source}” has one. Change it: setConfig(config, { source }).`)
  }

  function create({ source = newSource(all), entryPoint: id, config }: ConnectOptions): Instance {
    const entryPoint = id === undefined ? defaultEntryPoint : findEntryPoint(manifest, id)
    let values: SimulatedConfig = { ...base, ...config }
    const instance: Instance = {
      source,
      entryPoint,
      config: () => ({ ...global.values(), ...defaultsOf(entryPoint.config ?? []), ...values }),
      setConfig: (next) => void (values = next),
      height: undefined,
      nonce: crypto.randomUUID(),
    }
    all.set(source, instance)
    return (newest = instance)
  }

  function find(source: string): Instance {
    const instance = all.get(source)
    if (instance) return instance
    throw new TypeError(
      `source: there is no instance “${excerpt(source)}”. Open one first: connect or embed a page of it.`,
    )
  }

  return {
    open,
    setConfig(config, source) {
      if (source !== undefined) return find(source).setConfig(config)
      base = config
      global.replace(config)
      for (const instance of all.values()) instance.setConfig(config)
    },
  }
}

/** Source ids are unique in the process, so that two hosts in one page never mean the same instance. */
let count = 0

function newSource(taken: ReadonlyMap<string, Instance>): string {
  count += 1
  const source = `instance-${count}`
  return taken.has(source) ? newSource(taken) : source
}

function findEntryPoint({ entryPoints = [] }: SimulatedManifest, id: string | undefined): SimulatedEntryPoint {
  if (id === undefined) return entryPoints[0] ?? {}
  const found = entryPoints.find((candidate) => candidate.id === id)
  if (found) return found
  throw new TypeError(`entryPoint: the manifest has none with the id “${excerpt(id)}”.`)
}
