import type { Check, Report } from './rule-check.js'
import { DOCUMENTED_TYPES, typeOf } from './field-types.js'
import { at, type JsonObject, type ManifestView, type Place } from './manifest-view.js'
import { suggestFieldType } from './suggest-field-type.js'
import { quote } from './quote.js'

/** Checks the keys, types and required values of configuration fields. */
export const checkFields: Check = (manifest, report) => {
  checkDuplicateKeys(manifest, report)
  for (const field of manifest.fields) {
    checkKey(at(field, 'key'), report)
    checkType(field, report)
    checkRequired(field, report)
  }
}

/** An instance has the global fields and those of its entry point, so two entry points may use the same key. */
function checkDuplicateKeys({ globalFields, entryPoints }: ManifestView, report: Report): void {
  const globalKeys = new Map<string, string>()
  checkList(globalFields, [globalKeys], report)
  for (const { fields } of entryPoints) checkList(fields, [globalKeys, new Map()], report)
}

/** Adds new keys with their pointers to the last map. */
function checkList(fields: readonly Place<JsonObject>[], known: readonly Map<string, string>[], report: Report): void {
  for (const field of fields) {
    const { value: key, pointer } = at(field, 'key')
    if (typeof key !== 'string') continue
    const other = known.map((keys) => keys.get(key)).find((found) => found !== undefined)
    if (other === undefined) known.at(-1)?.set(key, pointer)
    else {
      const isSameList = known.at(-1)?.get(key) !== undefined
      const loss = `one of the two values is ${isSameList ? '' : 'probably '}lost`
      report('duplicate-field-key', pointer, `${other} has the same key, so ${loss}. Rename one of them.`)
    }
  }
}

function checkKey({ value: key, pointer }: Place, report: Report): void {
  if (typeof key !== 'string') return
  const problem = keyProblem(key)
  if (problem) report('unsafe-key', pointer, `${problem} Use letters, digits and hyphens, such as "canteen".`)
}

function keyProblem(key: string): string | undefined {
  if (key === '') return 'The key is empty.'
  if (key === 'prototype' || key in Object.prototype)
    return `Every JavaScript object already has a property ${quote(key)}.`
  if (key.includes('.')) return 'The value arrives as the claim `cfg.<key>`, where a dot may be read as another level.'
  if (/[\s\p{C}]/u.test(key))
    return 'The key contains white space or an invisible character, which is easy to overlook.'
  return undefined
}

function checkType(field: Place<JsonObject>, report: Report): void {
  const { value: type, pointer } = at(field, 'type')
  if (typeof type !== 'string' || isDocumented(type)) return
  const near = suggestFieldType(type)
  if (near === type) {
    report('unconfirmed-field-type', pointer, `The type ${quote(type)} is inferred, not documented. ${FIX}`)
    return
  }
  const hint = near ? `The nearest known type is "${near}"${isDocumented(near) ? '' : ', which is inferred'}. ` : ''
  const message = `The field type ${quote(type)} is not documented. ${hint}`
  report('unconfirmed-field-type', pointer, near && isDocumented(near) ? message.trim() : `${message}${FIX}`)
}

function isDocumented(type: string): boolean {
  return DOCUMENTED_TYPES.some((known) => known === type)
}

const FIX = 'Test it in a real tenant, or use "text", "number", "radio" or "select".'

function checkRequired(field: Place<JsonObject>, report: Report): void {
  const required = at(field, 'required')
  const { value } = at(field, 'default')
  if (required.value !== true || (value !== undefined && value !== '')) return
  const message = 'Instances that are older than this required field probably have no value for it.'
  const fix = typeOf(field) === 'checkbox' ? 'Add "default": false' : 'Add a "default"'
  report('required-without-default', required.pointer, `${message} ${fix}, and handle a missing value in your code.`)
}
