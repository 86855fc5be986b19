import type { Check, Report } from './check-rules.js'
import { isChoice, typeOf } from './field-types.js'
import { at, isObjectPlace, itemsIn, type JsonObject, type Place } from './manifest-view.js'

/** What a field offers to choose from. */
export const checkOptions: Check = ({ fields }, report) => {
  for (const field of fields) {
    const options = at(field, 'options')
    if (options.value === undefined) continue
    checkPlace(field, options, report)
    const values = optionValues(field)
    checkDoubled(values, report)
    checkMixed(values, options, report)
  }
}

/** The values of a field's options, where they have one. */
export function optionValues(field: Place<JsonObject>): readonly Place[] {
  return itemsIn(at(field, 'options'))
    .filter(isObjectPlace)
    .map((option) => at(option, 'value'))
    .filter(({ value }) => ['boolean', 'number', 'string'].includes(typeof value))
}

function checkPlace(field: Place<JsonObject>, { pointer }: Place, report: Report): void {
  const type = typeOf(field)
  if (type === undefined || isChoice(type)) return
  report('misplaced-options', pointer, `A ${type} field takes no options. Use "radio" or "select", or remove them.`)
}

function checkDoubled(values: readonly Place[], report: Report): void {
  const seen = new Set<unknown>()
  for (const { value, pointer } of values) {
    if (seen.has(value)) {
      report('doubled-option', pointer, 'Another option has the same value, so nobody can tell which was chosen.')
    }
    seen.add(value)
  }
}

function checkMixed(values: readonly Place[], { pointer }: Place, report: Report): void {
  const types = new Set(values.map(({ value }) => typeof value))
  if (types.size < 2) return
  const message = `The options have values of several types (${[...types].join(', ')}).`
  report('mixed-options', pointer, `${message} Use one, best texts: a form may turn all values into texts.`)
}
