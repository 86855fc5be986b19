import { knownFields } from '../schema/known-fields.js'
import type { JsonObject } from './manifest-view.js'

/**
 * The first key of an object that maps keys to fields, such as `{ "canteen": { "type": "text" } }`, where a field is expected. `undefined`
 * if the object is not such a map.
 */
export function keyInFieldMap(value: JsonObject): string | undefined {
  const keys = Object.keys(value)
  const isMap = keys.every((key) => typeof value[key] === 'object' && value[key] !== null && !isFieldName(key))
  return isMap ? keys[0] : undefined
}

function isFieldName(key: string): boolean {
  return knownFields.field.some((name) => name === key)
}
