import type { ConfigField } from '../manifest.js'
import type { ConfigProblemReason } from './config-error.js'
import { matchesPattern } from './matches-pattern.js'
import { valueTypeOf } from './value-types.js'

/**
 * Checks a value against the type, the options and the limits of a field.
 *
 * @returns The reason why the value does not fit; `undefined` if it fits, or is absent and not required. An empty text is `missing` if the
 *   field is required.
 */
export function valueProblem(field: ConfigField, value: unknown): ConfigProblemReason | undefined {
  const { type, options, required = false } = field
  if (isAbsent(field, value) || (value === '' && required)) return required ? 'missing' : undefined
  if (options) return options.some((option) => option.value === value) ? undefined : 'not-an-option'
  if (!VALUE_TYPES.includes(typeof value) || typeof value !== (valueTypeOf(type) ?? typeof value)) return 'wrong-type'
  if (typeof value === 'string') return value === '' ? undefined : textProblem(field, value)
  return typeof value === 'number' ? numberProblem(field, value) : undefined
}

/** Whether a value is absent. Forms store an empty text for an empty number field or a choice without selection. */
export function isAbsent({ type, options }: ConfigField, value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (value !== '') return false
  return options ? !options.some((option) => option.value === '') : type === 'number' || type === 'checkbox'
}

const VALUE_TYPES = ['string', 'number', 'boolean']

function textProblem({ minLength, maxLength, pattern }: ConfigField, text: string): ConfigProblemReason | undefined {
  if (minLength !== undefined && text.length < minLength) return 'too-short'
  if (maxLength !== undefined && text.length > maxLength) return 'too-long'
  return pattern !== undefined && !matchesPattern(pattern, text) ? 'pattern' : undefined
}

function numberProblem({ min, max }: ConfigField, number: number): ConfigProblemReason | undefined {
  if (!Number.isFinite(number)) return 'wrong-type'
  if (min !== undefined && number < min) return 'too-small'
  return max !== undefined && number > max ? 'too-large' : undefined
}
