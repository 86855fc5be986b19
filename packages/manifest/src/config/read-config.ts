import type { ConfigSchemaOptions, ReadOptions, StoredConfig } from './config-options.js'
import { configSchema } from './config-schema.js'
import type { ConfigSource, EntryPointId, InferConfig } from './infer-config.js'

/** How to read a configuration. For a schema from `defineFields`, set `version` and `migrate` there. */
export interface ReadConfigOptions<Id extends string = string> extends ConfigSchemaOptions<Id>, ReadOptions {}

/**
 * Creates a function for the option `config` of `createHaiiloHost`. The function applies defaults, checks every value against its field,
 * and returns a frozen configuration with the types of the fields. A value that does not fit counts as missing, and its default is used.
 * Keys without a field are dropped.
 *
 * @param source The result of `defineFields`, a list of fields, or a manifest with fields.
 * @returns The reader. It throws a {@link ConfigError} if a required value is missing and has no default, or, with `strict`, if any value
 *   does not fit.
 * @throws {TypeError} The entry point does not exist, entry points have different defaults and none is selected, or an option is invalid.
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
