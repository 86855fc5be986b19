import type { ConfigField, ConfigOption } from '@haiilo-kit/manifest'

import { textOf } from '../../lib/text-of.js'

/** What a person has entered into a control: a text, the number of an option, or a tick. */
export type Entry = string | boolean

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

/** What stands in the control for a stored value that fits its field. */
export function entryOf(field: ConfigField, value: unknown): Entry {
  const kind = kindOf(field)
  if (kind === 'checkbox') return value === true
  if (kind === 'select' || kind === 'radio') return indexOf(field.options, value)
  return textOf(value) ?? ''
}

/** The value that is stored for what stands in the control; `undefined` where nothing does. */
export function valueOf(field: ConfigField, entry: Entry): string | number | boolean | undefined {
  if (typeof entry === 'boolean') return entry
  const kind = kindOf(field)
  if (kind === 'select' || kind === 'radio') return field.options?.[entry === '' ? -1 : Number(entry)]?.value
  if (entry === '') return undefined
  return kind === 'number' ? Number(entry) : entry
}

/** Options are chosen by their number: two values may look the same as text. */
function indexOf(options: readonly ConfigOption[] = [], value: unknown): string {
  const index = options.findIndex((option) => option.value === value)
  return index < 0 ? '' : String(index)
}
