import type { ConfigValue } from '../manifest.js'
import type { ConfigProblem, ConfigProblemReason } from './config-error.js'
import type { StoredConfig } from './config-options.js'
import type { ConfigKey } from './config-keys.js'
import { isAbsent, valueProblem } from './value-problem.js'

/** Returns the stored value of a key if it fits, or else the default. Adds a problem if the value does not fit, or is required and missing. */
export function readKey(
  { key, fields, ...declared }: ConfigKey,
  stored: StoredConfig,
  problems: ConfigProblem[],
): ConfigValue | undefined {
  const value = Object.hasOwn(stored, key) ? stored[key] : undefined
  const reasons = fields.map((field) => valueProblem({ ...field, required: declared.isRequired }, value))
  const isGiven = !fields.every((field) => isAbsent(field, value))
  // a value that fits is a string, number or boolean
  if (isGiven && reasons.includes(undefined)) return value as ConfigValue
  const reason = isGiven ? reasons[0] : declared.isRequired && declared.default === undefined ? 'missing' : undefined
  if (reason) problems.push({ key, reason, message: messageOf(key, reason, declared) })
  return declared.default
}

function messageOf(
  key: string,
  reason: ConfigProblemReason,
  declared: Pick<ConfigKey, 'default' | 'isRequired'>,
): string {
  const outcome =
    declared.default !== undefined
      ? 'Its default is used.'
      : declared.isRequired
        ? 'It is required. Open the settings of this instance and save them.'
        : 'It is ignored.'
  return `The stored configuration does not fit its field "${key}" (${reason}). ${outcome}`
}
