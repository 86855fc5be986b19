import type { ConfigField } from '../manifest.js'
import type { ConfigProblemReason } from './config-error.js'
import { matchesPattern } from './matches-pattern.js'
import { valueTypeOf } from './value-types.js'

/**
 * Why a value does not fit a field: its type, its options, its limits.
 *
 * @returns `undefined` if it fits, or is absent and may be. An empty text is `missing` where the field is required.
 */
export function valueProblem(field: ConfigField, value: unknown): ConfigProblemReason | undefined {
  const { type, options, required = false } = field
  if (isAbsent(field, value) || (value === '' && required)) return required ? 'missing' : undefined
  if (options) return options.some((option) => option.value === value) ? undefined : 'not-an-option'
  if (!FLAT.includes(typeof value) || typeof value !== (valueTypeOf(type) ?? typeof value)) return 'wrong-type'
  if (typeof value === 'string') return value === '' ? undefined : textProblem(field, value)
  return typeof value === 'number' ? numberProblem(field, value) : undefined
}

/** Whether nothing is there: a form stores an empty text for a number or a choice that nobody made. */
export function isAbsent({ type, options }: ConfigField, value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (value !== '') return false
  return options ? !options.some((option) => option.value === '') : type === 'number' || type === 'checkbox'
}

const FLAT = ['string', 'number', 'boolean']

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
