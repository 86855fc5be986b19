import type { Check, Report } from './check-rules.js'
import { DOCUMENTED_TYPES, typeOf } from './field-types.js'
import { at, type JsonObject, type ManifestView, type Place } from './manifest-view.js'
import { nearestType } from './nearest-type.js'
import { quote } from './quote.js'

/** The fields of configurations: their keys and types, and whether they always have a value. */
export const checkFields: Check = (manifest, report) => {
  checkDoubledKeys(manifest, report)
  for (const field of manifest.fields) {
    checkKey(at(field, 'key'), report)
    checkType(field, report)
    checkRequired(field, report)
  }
}

/** An instance has the fields of its entry point and the global ones, so two entry points may share a key. */
function checkDoubledKeys({ globalFields, entryPoints }: ManifestView, report: Report): void {
  const globalKeys = new Map<string, string>()
  checkList(globalFields, [globalKeys], report)
  for (const { fields } of entryPoints) checkList(fields, [globalKeys, new Map()], report)
}

/** Keys go into the last of the maps, with their places. */
function checkList(fields: readonly Place<JsonObject>[], known: readonly Map<string, string>[], report: Report): void {
  for (const field of fields) {
    const { value: key, pointer } = at(field, 'key')
    if (typeof key !== 'string') continue
    const other = known.map((keys) => keys.get(key)).find((place) => place !== undefined)
    if (other === undefined) known.at(-1)?.set(key, pointer)
    else {
      const isSameList = known.at(-1)?.get(key) !== undefined
      const loss = `one of the values is ${isSameList ? '' : 'probably '}lost`
      report('doubled-key', pointer, `${other} has the same key, so ${loss}. Rename one of them.`)
    }
  }
}

function checkKey({ value: key, pointer }: Place, report: Report): void {
  if (typeof key !== 'string') return
  const problem = problemOfKey(key)
  if (problem) report('unsafe-key', pointer, `${problem} Use letters, digits and hyphens, such as "canteen".`)
}

function problemOfKey(key: string): string | undefined {
  if (key === '') return 'A value without a name cannot be read.'
  if (key === 'prototype' || key in Object.prototype) return `Every JavaScript object has ${quote(key)} already.`
  if (key.includes('.')) return 'The value arrives as `cfg.<key>`, where a dot may read as a further level.'
  if (/[\s\p{C}]/u.test(key)) return 'White space and invisible characters in a key are easily overlooked.'
  return undefined
}

function checkType(field: Place<JsonObject>, report: Report): void {
  const { value: type, pointer } = at(field, 'type')
  if (typeof type !== 'string' || isDocumented(type)) return
  const near = nearestType(type)
  if (near === type) {
    report('unconfirmed-field-type', pointer, `The type ${quote(type)} is inferred, not documented. ${FIX}`)
    return
  }
  const hint = near ? `The nearest known type is "${near}"${isDocumented(near) ? '' : ', which is inferred'}. ` : ''
  const message = `The host is not documented to have a field type ${quote(type)}. ${hint}`
  report('unconfirmed-field-type', pointer, near && isDocumented(near) ? message.trim() : `${message}${FIX}`)
}

function isDocumented(type: string): boolean {
  return DOCUMENTED_TYPES.some((known) => known === type)
}

const FIX = 'Try it in a real tenant, or use "text", "number", "radio" or "select".'

function checkRequired(field: Place<JsonObject>, report: Report): void {
  const required = at(field, 'required')
  const { value } = at(field, 'default')
  if (required.value !== true || (value !== undefined && value !== '')) return
  const message = 'Instances from before this field probably have no value for it, though it is required.'
  const fix = typeOf(field) === 'checkbox' ? 'Add "default": false' : 'Add a "default"'
  report('required-without-default', required.pointer, `${message} ${fix}, and expect that it can be missing.`)
}
