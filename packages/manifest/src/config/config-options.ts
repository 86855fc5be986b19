import type { ConfigField, ConfigValue } from '../manifest.js'
import type { ConfigProblem } from './config-error.js'

/** A configuration as it is stored and sent, not yet checked. */
export type StoredConfig = Readonly<Record<string, unknown>>

/** The version of a configuration, and how to migrate older versions. */
export interface VersionOptions {
  /** The version of the configuration that this release uses, a whole number from 1. Increase it when you add a step to `migrate`. */
  readonly version?: number
  /** The key under which the version is stored. Default: `configVersion`. */
  readonly versionKey?: string
  /**
   * Converts a configuration of an older release to this version. `from` is the stored version, or 0 if none is stored. Forms of the host
   * store no version. `migrate` is then called every time, and must not change a configuration that is already current.
   */
  readonly migrate?: (stored: StoredConfig, from: number) => StoredConfig
}

/** How to read and write a configuration. */
export interface ConfigSchemaOptions<Id extends string = string> extends VersionOptions {
  /** The id of the entry point of this page. Default: all entry points. */
  readonly entryPoint?: Id
}

/** How to handle values that do not fit their field. */
export interface ReadOptions {
  /** Whether to throw a {@link ConfigError} for every value that does not fit, even if there is a default. Default: `false`. */
  readonly strict?: boolean
  /** Called with the problems. Default: warns on the console. */
  readonly report?: (problems: readonly ConfigProblem[]) => void
}

/** The result of checking a stored configuration. */
export interface InspectedConfig {
  /** The values that fit, and defaults for the others. */
  readonly values: Readonly<Record<string, ConfigValue>>
  /** The problems that were found. */
  readonly problems: readonly ConfigProblem[]
  /** The complete stored configuration, migrated to the version of this release. */
  readonly stored: StoredConfig
}

/**
 * Fields, with functions that read and write their values. `readConfig` and the settings form share a schema, so that a plug-in reads what
 * its form saves.
 *
 * @typeParam Config The type of the configuration that `read` returns.
 */
export interface ConfigSchema<
  Config extends object = object,
  Fields extends readonly ConfigField[] = readonly ConfigField[],
> {
  /** The fields, one for each key. */
  readonly fields: Fields
  /** Errors in the declaration, for developers. Fields with an error are left out. */
  readonly flaws: readonly string[]
  /**
   * Checks a stored configuration. Does not throw because of its values.
   *
   * @throws {TypeError} `migrate` does not return an object. Errors of `migrate` pass through.
   */
  readonly inspect: (stored: unknown) => InspectedConfig
  /**
   * Reads a stored configuration, as `readConfig` does.
   *
   * @throws {ConfigError} A required value is missing and has no default, or, with `strict`, a value does not fit.
   */
  readonly read: (stored: StoredConfig, options?: ReadOptions) => Config
  /**
   * Returns what to store for these values: the values, the version, the values in `stored` of fields that are left out, and everything
   * that a newer release added to `stored`.
   */
  readonly write: (values: StoredConfig, stored?: unknown) => StoredConfig
}
