import type { ConfigField, ConfigValue } from '../manifest.js'
import { ConfigError, type ConfigProblem } from './config-error.js'
import { declaredFields, isRecord } from './declared-fields.js'
import type { ConfigSource, EntryPointId, InferConfig } from './infer-config.js'
import { keysOf } from './keys-of.js'
import { readKey } from './read-key.js'
import { upgradeTo, versionOf } from './upgrade-to.js'

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

/**
 * The fields of a manifest or of a list, with how their values are read and written. For a list of your own, `defineFields` is the same.
 *
 * @throws {TypeError} There is no such entry point, entry points disagree on a default and none was named, or an option is wrong.
 */
export function configSchema<
  const Source extends ConfigSource,
  const Id extends EntryPointId<Source> = EntryPointId<Source>,
>(source: Source, options: ConfigSchemaOptions<Id> = {}): ConfigSchema<InferConfig<Source, Id>> {
  const { entryPoint, version, versionKey = 'configVersion' } = options
  if (isSchema(source)) return ownSchema(source, options)
  const declared = declaredFields(source, entryPoint)
  const keys = keysOf(declared)
  const upgrade = upgradeTo({ ...options, versionKey })
  if (version !== undefined && keys.some(({ key }) => key === versionKey)) {
    throw new TypeError(`versionKey: "${versionKey}" is the key of a field. Choose another one.`)
  }

  function inspect(given: unknown): InspectedConfig {
    const problems: ConfigProblem[] = []
    const stored = upgrade(isRecord(given) ? given : {}, problems)
    const values = keys.map((key) => [key.key, readKey(key, stored, problems)] as const)
    return { values: Object.fromEntries(values.filter(isThere)), problems, stored }
  }

  function read(given: StoredConfig, { strict = false, report = warn }: ReadOptions = {}): InferConfig<Source, Id> {
    const { values, problems } = inspect(given)
    const isLacking = keys.some(({ key, isRequired }) => isRequired && !Object.hasOwn(values, key))
    if (problems.length > 0 && (strict || isLacking)) throw new ConfigError(problems)
    if (problems.length > 0) report(problems)
    // the types say what the checks above have made sure of
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

/** Whether it is what `defineFields` and `configSchema` make. */
function isSchema(source: unknown): source is ConfigSchema {
  return isRecord(source) && typeof source['inspect'] === 'function'
}

function ownSchema<Config extends object>(schema: ConfigSchema, options: ConfigSchemaOptions): ConfigSchema<Config> {
  const [extra] = (['version', 'versionKey', 'migrate'] as const).filter((name) => options[name] !== undefined)
  if (extra) throw new TypeError(`${extra}: these fields have their options already. Give it to \`defineFields\`.`)
  // what it reads is in its type
  return schema as ConfigSchema<Config>
}

function isThere<Value>(entry: readonly [string, Value | undefined]): entry is readonly [string, Value] {
  return entry[1] !== undefined
}

function warn(problems: readonly ConfigProblem[]): void {
  for (const { message } of problems) console.warn(message)
}
