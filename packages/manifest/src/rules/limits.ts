import type { KnownFieldType } from '../manifest.js'
import type { Check, Report } from './check-rules.js'
import { isText, typeOf } from './field-types.js'
import { at, type JsonObject, type Place } from './manifest-view.js'

/** How long a text and how large a number may be. */
export const checkLimits: Check = ({ fields }, report) => {
  for (const field of fields) {
    const type = typeOf(field)
    if (type !== undefined) checkPlaces(field, type, report)
    checkOrder(field, ['minLength', 'maxLength'], report)
    checkOrder(field, ['min', 'max'], report)
  }
}

function checkPlaces(field: Place<JsonObject>, type: KnownFieldType, report: Report): void {
  const misplaced = [...(isText(type) ? [] : OF_TEXTS), ...(type === 'number' ? [] : OF_NUMBERS)]
  for (const name of misplaced) {
    const { value, pointer } = at(field, name)
    if (value === undefined) continue
    const verb = DOCUMENTED.includes(name) ? 'does not apply' : 'probably does not apply'
    const message = `"${name}" ${verb} to a ${type} field. Remove it${substitute(type, name)}.`
    report('misplaced-limit', pointer, message)
  }
}

const OF_TEXTS = ['minLength', 'maxLength', 'pattern']
const OF_NUMBERS = ['min', 'max']
const DOCUMENTED = ['minLength', 'maxLength']

function substitute(type: KnownFieldType, name: string): string {
  if (type === 'number' && name !== 'pattern') return `, or use "${name.slice(0, 3)}"`
  if (isText(type)) return `, or use "${name}Length"`
  return ''
}

function checkOrder(field: Place<JsonObject>, [low, high]: readonly [string, string], report: Report): void {
  const [least, most] = [at(field, low), at(field, high)]
  const [from, to] = [Number(least.value), Number(most.value)]
  if (![least.value, most.value].every(Number.isFinite) || from <= to) return
  const message = `"${low}" is ${from} and "${high}" is ${to}, so nothing fits. Swap or change them.`
  report('impossible-limit', least.pointer, message)
}
