import type { ConfigField, ConfigValue } from '../manifest.js'
import type { ConfigSource } from './infer-config.js'

/** One key of a configuration, with every field that declares it. */
export interface ConfigKey {
  readonly key: string
  /** A value fits if it fits one of them. */
  readonly fields: readonly ConfigField[]
  readonly default: ConfigValue | undefined
  /** Whether it has to be there, whichever entry point it is. */
  readonly isRequired: boolean
}

/**
 * The keys of a configuration.
 *
 * @throws {TypeError} There is no such entry point, or entry points disagree on a default and none was named.
 */
export function keysOf(source: ConfigSource, entryPoint: string | undefined): readonly ConfigKey[] {
  const lists = listsOf(source, entryPoint)
  const byKey = Map.groupBy([...lists.global, ...lists.own.flat()], ({ key }) => key)
  return [...byKey].map(([key, fields]) => ({
    key,
    fields,
    default: defaultOf(key, fields),
    isRequired:
      isRequired(lists.global, key) || (lists.own.length > 0 && lists.own.every((own) => isRequired(own, key))),
  }))
}

interface FieldLists {
  readonly global: readonly ConfigField[]
  /** Those of each entry point. */
  readonly own: readonly (readonly ConfigField[])[]
}

function listsOf(source: ConfigSource, entryPoint: string | undefined): FieldLists {
  if (isList(source)) return { global: source, own: [] }
  const points = source.entryPoints.filter(({ id }) => entryPoint === undefined || id === entryPoint)
  if (points.length === 0) throw new TypeError(`entryPoint: the manifest has none with the id "${String(entryPoint)}".`)
  return { global: source.config ?? [], own: points.map(({ config = [] }) => config) }
}

function isList(source: ConfigSource): source is readonly ConfigField[] {
  return Array.isArray(source)
}

function isRequired(fields: readonly ConfigField[], key: string): boolean {
  return fields.some((field) => field.key === key && field.required === true)
}

function defaultOf(key: string, fields: readonly ConfigField[]): ConfigValue | undefined {
  const defaults = new Set(fields.map((field) => field.default).filter((value) => value !== undefined))
  if (defaults.size > 1) {
    throw new TypeError(`entryPoint: the entry points disagree on the default of "${key}". Name the one of this page.`)
  }
  const [value] = defaults
  return value
}
