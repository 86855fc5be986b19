import type { ConfigField, ConfigValue } from '../manifest.js'
import type { DeclaredFields } from './declared-fields.js'
import { valueProblem } from './value-problem.js'

/** A key of a configuration, with all fields that declare it. */
export interface ConfigKey {
  readonly key: string
  /** A value fits if it fits one of these fields. */
  readonly fields: readonly [ConfigField, ...ConfigField[]]
  /** The default, if it fits its field. */
  readonly default: ConfigValue | undefined
  /** Whether the key is required in every entry point. */
  readonly isRequired: boolean
}

/**
 * Groups fields by key, in the order of the fields. Fields of different entry points can have the same key.
 *
 * @throws {TypeError} Entry points have different defaults for a key.
 */
export function configKeys({ global, own }: DeclaredFields): readonly ConfigKey[] {
  const byKey = Map.groupBy([...global, ...own.flat()], ({ key }) => key)
  return [...byKey].map(([key, fields]) => ({
    key,
    // groups are never empty
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
    throw new TypeError(
      `entryPoint: the entry points have different defaults for "${key}". Set the entry point of this page.`,
    )
  }
  const [value] = defaults
  return value
}
