import type { Check, Report } from './rule-check.js'
import { isChoice, typeOf } from './field-types.js'
import { at, isObjectPlace, itemsIn, type JsonObject, type Place } from './manifest-view.js'

/** Checks the options of fields. */
export const checkOptions: Check = ({ fields }, report) => {
  for (const field of fields) {
    const options = at(field, 'options')
    if (options.value === undefined) continue
    checkFieldType(field, options, report)
    const values = optionValues(field)
    checkDuplicates(values, report)
    checkTypes(values, options, report)
  }
}

/** The values of a field's options. Skips options without a valid value. */
export function optionValues(field: Place<JsonObject>): readonly Place[] {
  return itemsIn(at(field, 'options'))
    .filter(isObjectPlace)
    .map((option) => at(option, 'value'))
    .filter(({ value }) => ['boolean', 'number', 'string'].includes(typeof value))
}

function checkFieldType(field: Place<JsonObject>, { pointer }: Place, report: Report): void {
  const type = typeOf(field)
  if (type === undefined || isChoice(type)) return
  report(
    'misplaced-options',
    pointer,
    `A ${type} field does not use options. Change its type to "radio" or "select", or remove the options.`,
  )
}

function checkDuplicates(values: readonly Place[], report: Report): void {
  const seen = new Set<unknown>()
  for (const { value, pointer } of values) {
    if (seen.has(value)) {
      report(
        'duplicate-option',
        pointer,
        'Another option has the same value, so your code cannot see which one was chosen. Change one of them.',
      )
    }
    seen.add(value)
  }
}

function checkTypes(values: readonly Place[], { pointer }: Place, report: Report): void {
  const types = new Set(values.map(({ value }) => typeof value))
  if (types.size < 2) return
  const message = `The options have values of several types (${[...types].join(', ')}).`
  report(
    'mixed-option-types',
    pointer,
    `${message} Use one type, preferably text: a form may convert all values to text.`,
  )
}
