import type { SimulatedConfig, SimulatedField } from './simulated-host.js'

/** The configuration of a plug-in in two layers: for the whole tenant, and for an instance. Both give the merged values. */
export interface ConfigLayers {
  /** Puts new values over the defaults; a value whose field is global goes to the global layer. */
  readonly replace: (config: SimulatedConfig) => SimulatedConfig
  /** Writes the values of the instance, and keeps the global ones. */
  readonly save: (instance: SimulatedConfig) => SimulatedConfig
}

interface Fields {
  readonly global: readonly SimulatedField[] | undefined
  readonly instance: readonly SimulatedField[] | undefined
}

/** @param globalConfig Values of the global layer, over the defaults of its fields. */
export function createConfigLayers(
  { global = [], instance = [] }: Fields,
  globalConfig: SimulatedConfig,
): ConfigLayers {
  const globalKeys = new Set([...global.map(({ key }) => key), ...Object.keys(globalConfig)])
  const globalDefaults = { ...defaultsOf(global), ...globalConfig }
  const instanceDefaults = defaultsOf(instance)
  let globals: SimulatedConfig = globalDefaults
  const save = (values: SimulatedConfig): SimulatedConfig => ({ ...globals, ...instanceDefaults, ...values })
  return {
    replace(config) {
      const own = Object.entries(config).filter(([key]) => globalKeys.has(key))
      globals = { ...globalDefaults, ...Object.fromEntries(own) }
      return save(config)
    },
    save,
  }
}

function defaultsOf(fields: readonly SimulatedField[]): SimulatedConfig {
  return Object.fromEntries(fields.map(({ key, default: value }) => [key, value]))
}
