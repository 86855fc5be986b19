import { matchesPattern } from '@haiilo-kit/manifest/config'
import type { FieldProblem } from '../../field/haiilo-field.js'
import * as texts from '../../languages/texts.js'
import { isExact } from './number-text.js'
import type { HaiiloTextField } from './haiilo-text-field.js'

type Constraints = Pick<
  HaiiloTextField,
  'type' | 'required' | 'minLength' | 'maxLength' | 'pattern' | 'min' | 'max' | 'step'
>

/**
 * Why what is written in a field is not valid.
 *
 * @param value What is written.
 * @param base What steps are counted from without a `min`.
 * @returns `undefined` if it is, or if nothing is written and nothing has to be.
 */
export function textProblem(value: string, field: Constraints, base = ''): FieldProblem | undefined {
  const { type, required } = field
  if (value === '') return required ? { flag: 'valueMissing', text: texts.missing } : undefined
  return type === 'number' ? numberProblem(value, field, base) : writingProblem(value, field)
}

function numberProblem(value: string, { min, max, step }: Constraints, base: string): FieldProblem | undefined {
  const number = Number(value)
  if (!Number.isFinite(number)) return { flag: 'badInput', text: texts.noNumber }
  if (!isExact(value)) return { flag: 'badInput', text: texts.tooExact }
  if (min !== undefined && number < min) return { flag: 'rangeUnderflow', text: texts.tooSmall, values: { limit: min } }
  if (max !== undefined && number > max) return { flag: 'rangeOverflow', text: texts.tooLarge, values: { limit: max } }
  if (step && !isStep(number - (min ?? (Number(base) || 0)), step))
    return { flag: 'stepMismatch', text: texts.wrongStep, values: { step } }
  return undefined
}

/** As close as arithmetic with fractions allows. */
function isStep(distance: number, step: number): boolean {
  const steps = distance / step
  return Math.abs(steps - Math.round(steps)) < 1e-9 * Math.max(1, Math.abs(steps))
}

function writingProblem(value: string, { type, minLength, maxLength, pattern }: Constraints): FieldProblem | undefined {
  const { length } = value
  if (minLength && length < minLength) return { flag: 'tooShort', text: texts.tooShort, values: { count: minLength } }
  if (maxLength !== undefined && length > maxLength) {
    return { flag: 'tooLong', text: texts.tooLong, values: { count: maxLength } }
  }
  if (type === 'email' && !isAddress(type, value)) return { flag: 'typeMismatch', text: texts.noEmail }
  if (type === 'url' && !(isAddress(type, value) && /^https?:/i.test(value))) {
    return { flag: 'typeMismatch', text: texts.noUrl }
  }
  return pattern && !matchesPattern(pattern, value) ? { flag: 'patternMismatch', text: texts.wrongPattern } : undefined
}

/** As the browser takes it. */
function isAddress(type: 'email' | 'url', value: string): boolean {
  return Object.assign(document.createElement('input'), { type, value }).validity.valid
}
