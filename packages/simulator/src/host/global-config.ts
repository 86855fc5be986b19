import type { SimulatedConfig, SimulatedField } from './simulated-host.js'

/** The layer of the configuration that all instances of the tenant share, under the values of each. */
export interface GlobalConfig {
  readonly values: () => SimulatedConfig
  /** Takes the values of global fields out of a whole configuration; all others get their defaults again. */
  readonly replace: (config: SimulatedConfig) => void
}

/** @param values Over the defaults of the fields; their keys are global, with or without a field. */
export function createGlobalConfig(fields: readonly SimulatedField[], values: SimulatedConfig): GlobalConfig {
  const defaults = { ...defaultsOf(fields), ...values }
  const keys = new Set([...fields.map(({ key }) => key), ...Object.keys(values)])
  let current: SimulatedConfig = defaults
  return {
    values: () => current,
    replace(config) {
      const own = Object.entries(config).filter(([key]) => keys.has(key))
      current = { ...defaults, ...Object.fromEntries(own) }
    },
  }
}

/** A field without a default leaves the value of the layer below. */
export function defaultsOf(fields: readonly SimulatedField[]): SimulatedConfig {
  return Object.fromEntries(
    fields.filter((field) => field.default !== undefined).map(({ key, default: value }) => [key, value]),
  )
}
