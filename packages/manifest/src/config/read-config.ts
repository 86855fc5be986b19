import type { ConfigSchemaOptions, ReadOptions, StoredConfig } from './config-options.js'
import { configSchema } from './config-schema.js'
import type { ConfigSource, EntryPointId, InferConfig } from './infer-config.js'

/** How to read a configuration. Fields of `defineFields` have a version and a migration already. */
export interface ReadConfigOptions<Id extends string = string> extends ConfigSchemaOptions<Id>, ReadOptions {}

/**
 * Makes a function for the option `config` of `createHaiiloHost`: applies defaults, checks every value against its field, and gives
 * back a frozen configuration with the types of the fields. A value that does not fit counts as missing: its default takes its place.
 * Keys that no field has are left out.
 *
 * @param source What `defineFields` has made, a list of fields, or a manifest whose form the host draws.
 * @returns The reader. It throws a {@link ConfigError} where something required is missing and has no default, or at anything with `strict`.
 * @throws {TypeError} There is no such entry point, entry points disagree on a default and none was named, or an option is wrong.
 * @example
 * ```ts
 * const host = createHaiiloHost({ config: readConfig(fields) })
 * ```
 */
export function readConfig<
  const Source extends ConfigSource,
  const Id extends EntryPointId<Source> = EntryPointId<Source>,
>(source: Source, options: ReadConfigOptions<Id> = {}): (stored: StoredConfig) => InferConfig<Source, Id> {
  const { read } = configSchema(source, options)
  return (stored) => read(stored, options)
}
