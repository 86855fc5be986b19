import { ConfigError, type ConfigProblem } from './config-error.js'
import type { ConfigSchema, ConfigSchemaOptions, InspectedConfig, ReadOptions, StoredConfig } from './config-options.js'
import { declaredFields, isRecord } from './declared-fields.js'
import type { ConfigSource, EntryPointId, InferConfig } from './infer-config.js'
import { configKeys } from './config-keys.js'
import { readKey } from './read-key.js'
import { configMigration, versionOf } from './config-migration.js'

/**
 * Returns the schema for the fields of a manifest or a list. For your own list, `defineFields` does the same and checks the types.
 *
 * @throws {TypeError} The entry point does not exist, entry points have different defaults and none is selected, or an option is invalid.
 */
export function configSchema<
  const Source extends ConfigSource,
  const Id extends EntryPointId<Source> = EntryPointId<Source>,
>(source: Source, options: ConfigSchemaOptions<Id> = {}): ConfigSchema<InferConfig<Source, Id>> {
  const { entryPoint, version, versionKey = 'configVersion' } = options
  if (isSchema(source)) return ownSchema(source, options)
  const declared = declaredFields(source, entryPoint)
  const keys = configKeys(declared)
  const migrateStored = configMigration({ ...options, versionKey })
  if (version !== undefined && keys.some(({ key }) => key === versionKey)) {
    throw new TypeError(`versionKey: "${versionKey}" is the key of a field. Choose another one.`)
  }

  function inspect(given: unknown): InspectedConfig {
    const problems: ConfigProblem[] = []
    const stored = migrateStored(isRecord(given) ? given : {}, problems)
    const values = keys.map((key) => [key.key, readKey(key, stored, problems)] as const)
    return { values: Object.fromEntries(values.filter(isThere)), problems, stored }
  }

  function read(given: StoredConfig, { strict = false, report = warn }: ReadOptions = {}): InferConfig<Source, Id> {
    const { values, problems } = inspect(given)
    const isIncomplete = keys.some(({ key, isRequired }) => isRequired && !Object.hasOwn(values, key))
    if (problems.length > 0 && (strict || isIncomplete)) throw new ConfigError(problems)
    if (problems.length > 0) report(problems)
    // the checks above guarantee these types
    return Object.freeze(values) as InferConfig<Source, Id>
  }

  function write(values: StoredConfig, stored: unknown = {}): StoredConfig {
    const before = isRecord(stored) ? stored : {}
    const isNewer = version !== undefined && versionOf(before, versionKey) > version
    const isKept = (key: string): boolean =>
      isNewer ? !keys.some((ours) => ours.key === key) : declared.leftOut.has(key)
    const kept = Object.entries(before).filter(([key]) => isKept(key))
    const ours = version === undefined ? [] : [[versionKey, version] as const]
    return Object.fromEntries([...kept, ...Object.entries(values).filter(isThere), ...ours])
  }

  return Object.freeze({
    fields: keys.map(({ fields: [field] }) => field),
    flaws: declared.flaws,
    inspect,
    read,
    write,
  })
}

/** Whether a source is the result of `defineFields` or `configSchema`. */
function isSchema(source: unknown): source is ConfigSchema {
  return isRecord(source) && typeof source['inspect'] === 'function'
}

function ownSchema<Config extends object>(schema: ConfigSchema, options: ConfigSchemaOptions): ConfigSchema<Config> {
  const [extra] = (['version', 'versionKey', 'migrate'] as const).filter((name) => options[name] !== undefined)
  if (extra) throw new TypeError(`${extra}: this schema already has its options. Pass the option to \`defineFields\`.`)
  // its type names the configuration that it reads
  return schema as ConfigSchema<Config>
}

function isThere<Value>(entry: readonly [string, Value | undefined]): entry is readonly [string, Value] {
  return entry[1] !== undefined
}

function warn(problems: readonly ConfigProblem[]): void {
  for (const { message } of problems) console.warn(message)
}
