import type { KnownFieldType } from '../manifest.js'
import type { Check, Report } from './rule-check.js'
import { isText, typeOf } from './field-types.js'
import { at, type JsonObject, type Place } from './manifest-view.js'

/** Checks the limits of texts and numbers. */
export const checkLimits: Check = ({ fields }, report) => {
  for (const field of fields) {
    const type = typeOf(field)
    if (type !== undefined) checkPlaces(field, type, report)
    checkOrder(field, ['minLength', 'maxLength'], report)
    checkOrder(field, ['min', 'max'], report)
  }
}

function checkPlaces(field: Place<JsonObject>, type: KnownFieldType, report: Report): void {
  const misplaced = [...(isText(type) ? [] : TEXT_LIMITS), ...(type === 'number' ? [] : NUMBER_LIMITS)]
  for (const name of misplaced) {
    const { value, pointer } = at(field, name)
    if (value === undefined) continue
    const verb = DOCUMENTED.includes(name) ? 'does not apply' : 'probably does not apply'
    const message = `"${name}" ${verb} to a ${type} field. Remove it${substitute(type, name)}.`
    report('misplaced-limit', pointer, message)
  }
}

const TEXT_LIMITS = ['minLength', 'maxLength', 'pattern']
const NUMBER_LIMITS = ['min', 'max']
const DOCUMENTED = ['minLength', 'maxLength']

function substitute(type: KnownFieldType, name: string): string {
  if (type === 'number' && name !== 'pattern') return `, or use "${name.slice(0, 3)}"`
  if (isText(type)) return `, or use "${name}Length"`
  return ''
}

function checkOrder(field: Place<JsonObject>, [low, high]: readonly [string, string], report: Report): void {
  const [lower, upper] = [at(field, low), at(field, high)]
  const [from, to] = [Number(lower.value), Number(upper.value)]
  if (![lower.value, upper.value].every(Number.isFinite) || from <= to) return
  const message = `"${low}" is ${from} and "${high}" is ${to}, so no value is valid. Swap or change them.`
  report('impossible-limit', lower.pointer, message)
}
