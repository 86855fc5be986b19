import type { ConfigField, ConfigOption, ConfigValue } from '@haiilo-kit/manifest'
import { valueProblem } from '@haiilo-kit/manifest/config'

import { toText } from '../../lib/to-text.js'

/** What a person entered into a control: a text, the index of an option as text, or whether a checkbox is ticked. */
export type Entry = string | boolean

/** An entry, and the field at that time: its options may have changed since. */
export interface Entered {
  readonly field: ConfigField
  readonly entry: Entry
}

/** The kind of control that a field is rendered as. */
export type FieldKind = 'text' | 'textarea' | 'number' | 'checkbox' | 'select' | 'radio'

const KINDS: readonly string[] = ['text', 'textarea', 'number', 'checkbox', 'select', 'radio'] satisfies FieldKind[]

/** The kind of a field: a choice if it has options, otherwise by its type. An unknown type is a text. */
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
 * Whether a field must not be left empty: it is required, or it has a default and no empty value. If nothing is stored for a number or a
 * choice, `readConfig` returns the default, so an empty control would show a different value.
 */
export function mustBeFilled(field: ConfigField): boolean {
  if (field.required || field.default === undefined) return field.required === true
  return (isChoice(field) || kindOf(field) === 'number') && valueProblem(field, field.default) === undefined
}

/** The entry in the control for a stored value that is valid for its field. */
export function entryOf(field: ConfigField, value: unknown): Entry {
  const kind = kindOf(field)
  if (kind === 'checkbox') return value === true
  if (isChoice(field)) return indexOf(field.options, value)
  return toText(value) ?? ''
}

/** The value to store for an entry; `undefined` for an empty one. */
export function valueOf(field: ConfigField, entry: Entry): ConfigValue | undefined {
  if (typeof entry === 'boolean') return entry
  if (isChoice(field)) return field.options?.[entry === '' ? -1 : Number(entry)]?.value
  if (entry === '') return undefined
  return kindOf(field) === 'number' ? Number(entry) : entry
}

/** The value of an emptied field: `''` for texts, `undefined` for other kinds. */
export function emptyValueOf(field: ConfigField): '' | undefined {
  return ['text', 'textarea'].includes(kindOf(field)) ? '' : undefined
}

/** The earlier entry of a field that may have changed since. `undefined` if the entry is not possible in this field. */
export function carriedEntry(field: ConfigField, entered: Entered | undefined): Entry | undefined {
  if (!entered) return undefined
  const { field: before, entry } = entered
  if (isChoice(field)) return entry === '' ? entry : indexOf(field.options, valueOf(before, entry)) || undefined
  const isCheckbox = kindOf(field) === 'checkbox'
  return isChoice(before) || isCheckbox !== (typeof entry === 'boolean') ? undefined : entry
}

/** Options are identified by index: two values may look the same as text. */
function indexOf(options: readonly ConfigOption[] = [], value: unknown): string {
  const index = options.findIndex((option) => option.value === value)
  return index < 0 ? '' : String(index)
}
