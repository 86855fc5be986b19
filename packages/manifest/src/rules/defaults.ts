import { valueTypeOf } from '../config/value-types.js'
import type { KnownFieldType } from '../manifest.js'
import type { Check, Report } from './check-rules.js'
import { isChoice, typeOf } from './field-types.js'
import { at, type JsonObject, type Place } from './manifest-view.js'
import { optionValues } from './options.js'

/** Values that a field begins with. Whether a pattern takes them is checked with the pattern. */
export const checkDefaults: Check = ({ fields }, report) => {
  for (const field of fields) {
    const type = typeOf(field)
    const start = at(field, 'default')
    if (type === undefined || !isValue(start.value)) continue
    if (isChoice(type)) checkOption(field, start, report)
    else if (typeof start.value !== valueTypeOf(type)) report('default-type', start.pointer, typeMessage(type, start))
    else checkLimits(field, start, report)
  }
}

/** Other values are the schema's to report. */
function isValue(value: unknown): boolean {
  return typeof value === 'number' ? Number.isFinite(value) : ['boolean', 'string'].includes(typeof value)
}

function checkOption(field: Place<JsonObject>, { value, pointer }: Place, report: Report): void {
  const values = optionValues(field).map((option) => option.value)
  if (values.length === 0 || values.includes(value)) return
  const isOtherType = values.some((option) => String(option) === String(value))
  const fix = isOtherType
    ? 'One is written the same and is of another type: mind the quotes.'
    : 'Name one of them, or leave the default out.'
  report('default-not-an-option', pointer, `The default is none of the options. ${fix}`)
}

function typeMessage(type: KnownFieldType, { value }: Place): string {
  if (type === 'checkbox') return 'A checkbox field probably begins with true or false, without quotes.'
  if (type !== 'number') return `A ${type} field probably begins with a text: write the default in quotes.`
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN
  const fix = Number.isFinite(number) ? `write ${number}, without quotes` : 'write one, or leave the default out'
  return `A number field probably begins with a number: ${fix}.`
}

function checkLimits(field: Place<JsonObject>, { value, pointer }: Place, report: Report): void {
  const problem = typeof value === 'string' ? problemOfLength(field, value) : problemOfNumber(field, value)
  if (problem) report('default-invalid', pointer, `${problem} The form probably refuses it. Change one of the two.`)
}

/** An empty text is no answer, which limits of length do not judge. */
function problemOfLength(field: Place<JsonObject>, { length }: string): string | undefined {
  if (length === 0) return undefined
  const [least, most] = [limit(field, 'minLength'), limit(field, 'maxLength')]
  if (length < (least ?? 0)) return `The default has ${length} characters, and "minLength" asks for ${least ?? 0}.`
  if (length > (most ?? Infinity)) return `The default has ${length} characters, and "maxLength" is ${most ?? 0}.`
  return undefined
}

function problemOfNumber(field: Place<JsonObject>, value: unknown): string | undefined {
  if (typeof value !== 'number') return undefined
  const [least, most] = [limit(field, 'min'), limit(field, 'max')]
  if (value < (least ?? -Infinity)) return `The default ${value} is less than "min".`
  if (value > (most ?? Infinity)) return `The default ${value} is more than "max".`
  return undefined
}

function limit(field: Place<JsonObject>, name: string): number | undefined {
  const { value } = at(field, name)
  return Number.isFinite(value) ? Number(value) : undefined
}
