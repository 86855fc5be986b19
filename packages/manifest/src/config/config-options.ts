import type { ConfigField, ConfigValue } from '../manifest.js'
import type { ConfigError, ConfigProblem } from './config-error.js'

/** Configuration as it is stored and sent, before anything of it is checked. */
export type StoredConfig = Readonly<Record<string, unknown>>

/** Which release has stored a configuration, and how to read what an older one has stored. */
export interface VersionOptions {
  /** The version of the configuration that this release works with, a whole number; raise it when `migrate` learns something. */
  readonly version?: number
  /** The key under which the version is stored. Default: `configVersion`. */
  readonly versionKey?: string
  /**
   * Makes a configuration of this version from one that an older release stored; `from` is its version, 0 where none is stored. A form
   * that the host draws stores none, so it is then called each time and has to leave alone what is new already.
   */
  readonly migrate?: (stored: StoredConfig, from: number) => StoredConfig
}

/** How to read and write a configuration. */
export interface ConfigSchemaOptions<Id extends string = string> extends VersionOptions {
  /** The id of the entry point of this page. Default: all entry points. */
  readonly entryPoint?: Id
}

/** What to do about values that do not fit. */
export interface ReadOptions {
  /** Throws a {@link ConfigError} at every value that does not fit, also where a default could take its place. Default: `false`. */
  readonly strict?: boolean
  /** Hears what did not fit. Default: a warning on the console. */
  readonly report?: (problems: readonly ConfigProblem[]) => void
}

/** A stored configuration after a look at it. */
export interface InspectedConfig {
  /** The values that fit, and the defaults of the others. */
  readonly values: Readonly<Record<string, ConfigValue>>
  /** What did not fit. */
  readonly problems: readonly ConfigProblem[]
  /** All that is stored, in the version of this release. */
  readonly stored: StoredConfig
}

/**
 * Fields, with how their values are read and written. `readConfig` and the settings form share it, so that a plug-in reads what its form
 * has saved.
 *
 * @typeParam Config What `read` gives back.
 */
export interface ConfigSchema<
  Config extends object = object,
  Fields extends readonly ConfigField[] = readonly ConfigField[],
> {
  /** One field for each key. */
  readonly fields: Fields
  /** What is wrong with the declaration: those fields are left out. For developers. */
  readonly flaws: readonly string[]
  /** Looks at what is stored. It throws only what `migrate` throws. */
  readonly inspect: (stored: unknown) => InspectedConfig
  /** Reads what is stored, or throws a {@link ConfigError}: see `readConfig`. */
  readonly read: (stored: StoredConfig, options?: ReadOptions) => Config
  /**
   * What to store for these values: with the version, with what `stored` has for fields that are left out, and with all that a newer
   * release has added to `stored`.
   */
  readonly write: (values: StoredConfig, stored?: unknown) => StoredConfig
}
