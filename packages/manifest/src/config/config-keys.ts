import type { ConfigField, ConfigValue } from '../manifest.js'
import type { DeclaredFields } from './declared-fields.js'
import { valueProblem } from './value-problem.js'

/** One key of a configuration, with every field that declares it. */
export interface ConfigKey {
  readonly key: string
  /** A value fits if it fits one of them. */
  readonly fields: readonly [ConfigField, ...ConfigField[]]
  /** One that fits its field. */
  readonly default: ConfigValue | undefined
  /** Whether it has to be there, whichever entry point it is. */
  readonly isRequired: boolean
}

/**
 * The keys of a configuration, in the order of their fields.
 *
 * @throws {TypeError} The entry points disagree on a default.
 */
export function configKeys({ global, own }: DeclaredFields): readonly ConfigKey[] {
  const byKey = Map.groupBy([...global, ...own.flat()], ({ key }) => key)
  return [...byKey].map(([key, fields]) => ({
    key,
    // no group is empty
    fields: fields as [ConfigField, ...ConfigField[]],
    default: defaultOf(key, fields),
    isRequired: isRequired(global, key) || (own.length > 0 && own.every((list) => isRequired(list, key))),
  }))
}

function isRequired(fields: readonly ConfigField[], key: string): boolean {
  return fields.some((field) => field.key === key && field.required === true)
}

function defaultOf(key: string, fields: readonly ConfigField[]): ConfigValue | undefined {
  const fitting = fields.filter((field) => valueProblem({ ...field, required: false }, field.default) === undefined)
  const defaults = new Set(fitting.map((field) => field.default).filter((value) => value !== undefined))
  if (defaults.size > 1) {
    throw new TypeError(`entryPoint: the entry points disagree on the default of "${key}". Name the one of this page.`)
  }
  const [value] = defaults
  return value
}
