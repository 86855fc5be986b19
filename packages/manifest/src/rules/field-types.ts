import type { KnownFieldType } from '../manifest.js'
import { at, type JsonObject, type Place } from './manifest-view.js'

/** Types of fields that are documented. */
export const DOCUMENTED_TYPES: readonly KnownFieldType[] = ['text', 'number', 'radio', 'select']
/** Types whose names are inferred. */
export const INFERRED_TYPES: readonly KnownFieldType[] = ['checkbox', 'textarea']

/** The type of a field; `undefined` if it is none that is known, and nothing can then be said of its options or limits. */
export function typeOf(field: Place<JsonObject>): KnownFieldType | undefined {
  const { value } = at(field, 'type')
  return [...DOCUMENTED_TYPES, ...INFERRED_TYPES].find((type) => type === value)
}

/** Whether it is a choice among options. */
export function isChoice(type: KnownFieldType): boolean {
  return type === 'radio' || type === 'select'
}

/** Whether it is written by hand, in words. */
export function isText(type: KnownFieldType): boolean {
  return type === 'text' || type === 'textarea'
}
