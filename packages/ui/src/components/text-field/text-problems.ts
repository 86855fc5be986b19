import { matchesPattern } from '@haiilo-kit/manifest/config'
import type { FieldProblem } from '../../field/haiilo-field.js'
import * as texts from '../../languages/texts.js'
import { nativeInput } from './native-input.js'
import { isExact } from './number-text.js'
import type { TextFieldType } from './text-field-type.js'

/** The properties of a text field that limit its value. */
interface Constraints {
  readonly type: TextFieldType
  readonly required: boolean
  readonly minLength: number | undefined
  readonly maxLength: number | undefined
  readonly pattern: string | undefined
  readonly min: number | undefined
  readonly max: number | undefined
  readonly step: number | undefined
}

/**
 * Returns all reasons why a value is invalid. The field shows the first one.
 *
 * @param value The value of the field.
 * @param base The base of the count if there is no `min`.
 * @returns An empty list if the value is valid, or empty and not required.
 */
export function textProblems(value: string, field: Constraints, base = ''): readonly FieldProblem[] {
  const { type, required } = field
  if (value === '') return required ? [{ flag: 'valueMissing', text: texts.missing }] : []
  return [...(type === 'number' ? numberProblems(value, field, base) : lengthAndFormatProblems(value, field))]
}

function* numberProblems(value: string, { min, max, step }: Constraints, base: string): Iterable<FieldProblem> {
  const number = Number(value)
  if (!Number.isFinite(number) || !isExact(value)) {
    yield { flag: 'badInput', text: Number.isFinite(number) ? texts.tooExact : texts.noNumber }
    return
  }
  if (min !== undefined && number < min) yield { flag: 'rangeUnderflow', text: texts.tooSmall, values: { limit: min } }
  if (max !== undefined && number > max) yield { flag: 'rangeOverflow', text: texts.tooLarge, values: { limit: max } }
  if (step && !isStep(number - (min ?? (Number(base) || 0)), step)) {
    yield { flag: 'stepMismatch', text: texts.wrongStep, values: { step } }
  }
}

/** Whether a distance is a multiple of the step, apart from floating-point errors. */
function isStep(distance: number, step: number): boolean {
  const count = distance / step
  return Math.abs(count - Math.round(count)) < 1e-9 * Math.max(1, Math.abs(count))
}

function* lengthAndFormatProblems(
  value: string,
  { type, minLength, maxLength, pattern }: Constraints,
): Iterable<FieldProblem> {
  const { length } = value
  if (minLength && length < minLength) yield { flag: 'tooShort', text: texts.tooShort, values: { count: minLength } }
  if (maxLength !== undefined && length > maxLength) {
    yield { flag: 'tooLong', text: texts.tooLong, values: { count: maxLength } }
  }
  if (type === 'email' && !isAddress(type, value)) yield { flag: 'typeMismatch', text: texts.noEmail }
  if (type === 'url' && !(isAddress(type, value) && /^https?:/i.test(value))) {
    yield { flag: 'typeMismatch', text: texts.noUrl }
  }
  if (pattern && !matchesPattern(pattern, value)) yield { flag: 'patternMismatch', text: texts.wrongPattern }
}

/** Whether the browser accepts a value as an address. */
function isAddress(type: 'email' | 'url', value: string): boolean {
  return nativeInput(type, value).validity.valid
}
