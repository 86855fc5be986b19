import type { SimulatedConfig, SimulatedField } from './simulated-host.js'

/** The configuration values that all instances of a tenant share. An instance can override them. */
export interface GlobalConfig {
  readonly values: () => SimulatedConfig
  /** Takes the values of the global keys from a complete configuration. Global keys that it does not contain get their defaults. */
  readonly replace: (config: SimulatedConfig) => void
}

/** @param values Override the defaults of the fields. Their keys are global even if no field declares them. */
export function createGlobalConfig(fields: readonly SimulatedField[], values: SimulatedConfig): GlobalConfig {
  const defaults = { ...defaultsOf(fields), ...values }
  const keys = new Set([...fields.map(({ key }) => key), ...Object.keys(values)])
  let current: SimulatedConfig = defaults
  return {
    values: () => current,
    replace(config) {
      const globalEntries = Object.entries(config).filter(([key]) => keys.has(key))
      current = { ...defaults, ...Object.fromEntries(globalEntries) }
    },
  }
}

/** Returns the defaults of fields. Fields without a default are left out, so that they override nothing. */
export function defaultsOf(fields: readonly SimulatedField[]): SimulatedConfig {
  return Object.fromEntries(
    fields.filter((field) => field.default !== undefined).map(({ key, default: value }) => [key, value]),
  )
}
