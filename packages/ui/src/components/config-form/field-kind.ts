import type { ConfigField, ConfigOption, ConfigValue } from '@haiilo-kit/manifest'
import { valueProblem } from '@haiilo-kit/manifest/config'

import { toText } from '../../lib/to-text.js'

/** What a person has entered into a control: a text, the number of an option, or a tick. */
export type Entry = string | boolean

/** An entry, and the field as it was then: its options may be others now. */
export interface Entered {
  readonly field: ConfigField
  readonly entry: Entry
}

/** How a field is drawn. */
export type FieldKind = 'text' | 'textarea' | 'number' | 'checkbox' | 'select' | 'radio'

const KINDS: readonly string[] = ['text', 'textarea', 'number', 'checkbox', 'select', 'radio'] satisfies FieldKind[]

/** How a field is drawn: as a choice where it has options, else as its type says. A type that nobody knows is a text. */
export function kindOf({ type, options }: ConfigField): FieldKind {
  if (options || type === 'radio' || type === 'select') return type === 'radio' ? 'radio' : 'select'
  return isKind(type) ? type : 'text'
}

/** Whether the kit knows the type of a field. */
export function isKind(type: unknown): type is FieldKind {
  return typeof type === 'string' && KINDS.includes(type)
}

/** Whether one of several options is chosen. */
export function isChoice(field: ConfigField): boolean {
  return ['select', 'radio'].includes(kindOf(field))
}

/**
 * Whether a field cannot be left empty: because it is required, or because it has a default and no empty value. Where nothing is stored for
 * a number or a choice, the default is read, so an empty control would show something else than what counts.
 */
export function mustBeFilled(field: ConfigField): boolean {
  if (field.required || field.default === undefined) return field.required === true
  return (isChoice(field) || kindOf(field) === 'number') && valueProblem(field, field.default) === undefined
}

/** What stands in the control for a stored value that fits its field. */
export function entryOf(field: ConfigField, value: unknown): Entry {
  const kind = kindOf(field)
  if (kind === 'checkbox') return value === true
  if (isChoice(field)) return indexOf(field.options, value)
  return toText(value) ?? ''
}

/** The value that is stored for what stands in the control; `undefined` where nothing does. */
export function valueOf(field: ConfigField, entry: Entry): ConfigValue | undefined {
  if (typeof entry === 'boolean') return entry
  if (isChoice(field)) return field.options?.[entry === '' ? -1 : Number(entry)]?.value
  if (entry === '') return undefined
  return kindOf(field) === 'number' ? Number(entry) : entry
}

/** The value of a field that was emptied: only texts have one. */
export function emptyValueOf(field: ConfigField): '' | undefined {
  return ['text', 'textarea'].includes(kindOf(field)) ? '' : undefined
}

/** What was entered, for a field that may have been declared anew since; `undefined` where it is no entry of this field. */
export function carriedEntry(field: ConfigField, entered: Entered | undefined): Entry | undefined {
  if (!entered) return undefined
  const { field: before, entry } = entered
  if (isChoice(field)) return entry === '' ? entry : indexOf(field.options, valueOf(before, entry)) || undefined
  const isTick = kindOf(field) === 'checkbox'
  return isChoice(before) || isTick !== (typeof entry === 'boolean') ? undefined : entry
}

/** Options are chosen by their number: two values may look the same as text. */
function indexOf(options: readonly ConfigOption[] = [], value: unknown): string {
  const index = options.findIndex((option) => option.value === value)
  return index < 0 ? '' : String(index)
}
