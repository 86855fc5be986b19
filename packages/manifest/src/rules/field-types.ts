import type { KnownFieldType } from '../manifest.js'
import { at, type JsonObject, type Place } from './manifest-view.js'

/** Documented types of fields. */
export const DOCUMENTED_TYPES: readonly KnownFieldType[] = ['text', 'number', 'radio', 'select']
/** Types of fields whose names are inferred. */
export const INFERRED_TYPES: readonly KnownFieldType[] = ['checkbox', 'textarea']

/** The type of a field; `undefined` if it is unknown. Options and limits of unknown types are not checked. */
export function typeOf(field: Place<JsonObject>): KnownFieldType | undefined {
  const { value } = at(field, 'type')
  return [...DOCUMENTED_TYPES, ...INFERRED_TYPES].find((type) => type === value)
}

/** Whether fields of this type offer options. */
export function isChoice(type: KnownFieldType): boolean {
  return type === 'radio' || type === 'select'
}

/** Whether fields of this type hold free text. */
export function isText(type: KnownFieldType): boolean {
  return type === 'text' || type === 'textarea'
}
