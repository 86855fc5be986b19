import { valueTypeOf } from '../config/value-types.js'
import type { KnownFieldType } from '../manifest.js'
import type { Check, Report } from './rule-check.js'
import { isChoice, typeOf } from './field-types.js'
import { at, type JsonObject, type Place } from './manifest-view.js'
import { optionValues } from './options.js'

/** Checks the defaults of fields. Whether a default matches its pattern is checked with the pattern. */
export const checkDefaults: Check = ({ fields }, report) => {
  for (const field of fields) {
    const type = typeOf(field)
    const start = at(field, 'default')
    if (type === undefined || !isValue(start.value)) continue
    if (isChoice(type)) checkOption(field, start, report)
    else if (typeof start.value !== valueTypeOf(type))
      report('default-wrong-type', start.pointer, typeMessage(type, start))
    else checkLimits(field, start, report)
  }
}

/** The schema reports other values. */
function isValue(value: unknown): boolean {
  return typeof value === 'number' ? Number.isFinite(value) : ['boolean', 'string'].includes(typeof value)
}

function checkOption(field: Place<JsonObject>, { value, pointer }: Place, report: Report): void {
  const values = optionValues(field).map((option) => option.value)
  if (values.length === 0 || values.includes(value)) return
  const isOtherType = values.some((option) => String(option) === String(value))
  const fix = isOtherType
    ? 'One option has the same text but another type: check the quotes.'
    : 'Use one of the options, or remove the default.'
  report('default-not-an-option', pointer, `The default is not one of the options. ${fix}`)
}

function typeMessage(type: KnownFieldType, { value }: Place): string {
  if (type === 'checkbox') return 'The default of a checkbox field is probably true or false, without quotes.'
  if (type !== 'number') return `The default of a ${type} field is probably a text: write it in quotes.`
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN
  const fix = Number.isFinite(number) ? `write ${number}, without quotes` : 'write a number, or remove the default'
  return `The default of a number field is probably a number: ${fix}.`
}

function checkLimits(field: Place<JsonObject>, { value, pointer }: Place, report: Report): void {
  const problem = typeof value === 'string' ? lengthProblem(field, value) : numberProblem(field, value)
  if (problem) report('default-invalid', pointer, `${problem} The form probably rejects it. Change one of the two.`)
}

/** An empty text means no answer, and limits of length do not apply to it. */
function lengthProblem(field: Place<JsonObject>, { length }: string): string | undefined {
  if (length === 0) return undefined
  const [min, max] = [limit(field, 'minLength'), limit(field, 'maxLength')]
  if (length < (min ?? 0)) return `The default has ${length} characters, but "minLength" is ${min ?? 0}.`
  if (length > (max ?? Infinity)) return `The default has ${length} characters, but "maxLength" is ${max ?? 0}.`
  return undefined
}

function numberProblem(field: Place<JsonObject>, value: unknown): string | undefined {
  if (typeof value !== 'number') return undefined
  const [min, max] = [limit(field, 'min'), limit(field, 'max')]
  if (value < (min ?? -Infinity)) return `The default ${value} is less than "min".`
  if (value > (max ?? Infinity)) return `The default ${value} is greater than "max".`
  return undefined
}

function limit(field: Place<JsonObject>, name: string): number | undefined {
  const { value } = at(field, name)
  return Number.isFinite(value) ? Number(value) : undefined
}
