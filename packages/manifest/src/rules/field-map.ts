import { knownFields } from '../schema/known-fields.js'
import type { JsonObject } from './manifest-view.js'

/**
 * The first key of an object that has a field under each key, as in `{ "canteen": { "type": "text" } }`, in place of being a field.
 * `undefined` if it is none.
 */
export function keyInFieldMap(value: JsonObject): string | undefined {
  const keys = Object.keys(value)
  const isMap = keys.every((key) => typeof value[key] === 'object' && value[key] !== null && !isFieldName(key))
  return isMap ? keys[0] : undefined
}

function isFieldName(key: string): boolean {
  return knownFields.field.some((name) => name === key)
}
