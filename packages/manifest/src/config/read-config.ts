import { ConfigError, type ConfigProblem, type ConfigProblemReason } from './config-error.js'
import { keysOf, type ConfigKey } from './keys-of.js'
import type { ConfigSource, EntryPointId, InferConfig } from './infer-config.js'
import { upgradeTo } from './upgrade-to.js'
import { isAbsent, valueProblem } from './value-problem.js'

/** Configuration as it is stored and sent, before anything of it is checked. */
export type StoredConfig = Readonly<Record<string, unknown>>

/** How to read a configuration. */
export interface ReadConfigOptions<Id extends string = string> {
  /** The id of the entry point whose page this is. Default: all of them, for a page that serves them all. */
  readonly entryPoint?: Id
  /** Throws a {@link ConfigError} at every value that does not fit, also where a default could take its place. Default: `false`. */
  readonly strict?: boolean
  /** Hears what did not fit. Default: a warning on the console. */
  readonly report?: (problems: readonly ConfigProblem[]) => void
  /** The version of the configuration that this release works with, a whole number; raise it when `migrate` learns something. */
  readonly version?: number
  /** The key under which a settings page stores the version. Default: `configVersion`. */
  readonly versionKey?: string
  /**
   * Makes a configuration of this version from one that an older release stored; `from` is its version, 0 where none is stored. A form
   * that the host draws stores none, so it is then called each time and has to leave alone what is new already.
   */
  readonly migrate?: (stored: StoredConfig, from: number) => StoredConfig
}

/**
 * Makes a function for the option `config` of `createHaiiloHost`: applies defaults, checks every value against its field, and gives
 * back a frozen configuration with the types of the manifest. A value that does not fit counts as missing: its default takes its place.
 * Keys that the manifest does not have are left out.
 *
 * @param source The manifest, or a list of fields for what a settings page of your own stores.
 * @returns The reader. It throws a {@link ConfigError} where something required is missing and has no default, or at anything with `strict`.
 * @throws {TypeError} There is no such entry point, entry points disagree on a default and none was named, or the version is no whole number from 1.
 * @example
 * ```ts
 * const host = createHaiiloHost({ config: readConfig(manifest) })
 * ```
 */
export function readConfig<
  const Source extends ConfigSource,
  const Id extends EntryPointId<Source> = EntryPointId<Source>,
>(source: Source, options: ReadConfigOptions<Id> = {}): (stored: StoredConfig) => InferConfig<Source, Id> {
  const { entryPoint, strict = false, report = warn } = options
  const keys = keysOf(source, entryPoint)
  const upgrade = upgradeTo(options)
  return (stored) => {
    const problems: ConfigProblem[] = []
    const current = upgrade(stored, problems)
    const values = keys.map((key) => [key.key, readKey(key, current, problems)] as const)
    const isLacking = keys.some(({ isRequired }, index) => isRequired && values[index]?.[1] === undefined)
    if (problems.length > 0 && (strict || isLacking)) throw new ConfigError(problems)
    if (problems.length > 0) report(problems)
    // the types say what the checks above have made sure of
    return Object.freeze(Object.fromEntries(values.filter(([, value]) => value !== undefined))) as InferConfig<
      Source,
      Id
    >
  }
}

function readKey({ key, fields, ...declared }: ConfigKey, stored: StoredConfig, problems: ConfigProblem[]): unknown {
  const value = Object.hasOwn(stored, key) ? stored[key] : undefined
  const reasons = fields.map((field) => valueProblem({ ...field, required: declared.isRequired }, value))
  const isGiven = !fields.every((field) => isAbsent(field, value))
  if (isGiven && reasons.includes(undefined)) return value
  const reason = isGiven ? reasons[0] : declared.isRequired && declared.default === undefined ? 'missing' : undefined
  if (reason) problems.push({ key, reason, message: messageOf(key, reason, declared) })
  return declared.default
}

function messageOf(key: string, reason: ConfigProblemReason, declared: Omit<ConfigKey, 'key' | 'fields'>): string {
  const outcome =
    declared.default !== undefined
      ? 'Its default is used.'
      : declared.isRequired
        ? 'It is required: open the settings of this instance and save them.'
        : 'It is left out.'
  return `The stored configuration does not fit its field "${key}" (${reason}). ${outcome}`
}

function warn(problems: readonly ConfigProblem[]): void {
  for (const { message } of problems) console.warn(message)
}
