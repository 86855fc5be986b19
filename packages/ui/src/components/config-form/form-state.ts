import type { ConfigField, ConfigValue } from '@haiilo-kit/manifest'
import { valueProblem, type StoredConfig } from '@haiilo-kit/manifest/config'

import { carriedEntry, emptyValueOf, entryOf, mustBeFilled, valueOf, type Entered, type Entry } from './field-kind.js'
import { NO_FIELDS, type FormFields } from './form-fields.js'

/** The values of a form, by field key. A field without a value has no key. A text that the person emptied is `''`. */
export type ConfigValues = Readonly<Record<string, ConfigValue>>

/** The entries in the controls of a form, by field key. */
export type Entries = ReadonlyMap<string, Entry>

/** The state of a settings form. Immutable: each change returns a new state. */
export interface FormState extends FormFields {
  /** Whether the declaration of the fields or the stored values cannot be read. */
  readonly isUnreadable: boolean
  /** The stored configuration, migrated to the current version. */
  readonly stored: StoredConfig
  /** The keys of fields whose stored value is no longer valid. */
  readonly staleKeys: ReadonlySet<string>
  readonly initial: Entries
  /** What the person entered since the last save, including fields that are currently not declared. */
  readonly entered: ReadonlyMap<string, Entered>
  readonly entries: Entries
}

/**
 * Opens a form with the stored values, or the defaults of the fields, and with what the person entered before.
 *
 * @param stored The stored values, by key. Any value is accepted.
 */
export function openForm(from: FormFields, stored: unknown, entered: FormState['entered'] = new Map()): FormState {
  try {
    const { values, problems, stored: current } = from.schema.inspect(stored)
    const found = new Map(Object.entries(values))
    const initial = new Map(from.fields.map((field) => [field.key, entryOf(field, found.get(field.key))]))
    const carried = from.fields.map((field) => [field.key, carriedEntry(field, entered.get(field.key))] as const)
    return {
      ...from,
      isUnreadable: from.problems.length > 0 && from.fields.length === 0,
      stored: current,
      staleKeys: new Set(problems.filter(({ reason }) => reason !== 'missing').map(({ key }) => key)),
      initial,
      entered,
      entries: new Map([...initial, ...carried.filter(hasValue)]),
    }
  } catch (error) {
    // stored values that cannot be read must not be overwritten
    return { ...openForm(NO_FIELDS, {}, entered), problems: [String(error)], isUnreadable: true }
  }
}

/** The form after the person entered something. */
export function withEntry(form: FormState, key: string, entry: Entry): FormState {
  const field = form.fields.find((candidate) => candidate.key === key)
  if (!field) return form
  return {
    ...form,
    entered: new Map(form.entered).set(key, { field, entry }),
    entries: new Map(form.entries).set(key, entry),
  }
}

/** The form after its earlier state `saved` was stored. Keeps what the person entered since that state. */
export function withSaved(form: FormState, saved: FormState, stored: StoredConfig): FormState {
  const isSaved = (key: string): boolean => saved.entries.has(key) && saved.entered.get(key) === form.entered.get(key)
  return openForm(form, stored, new Map([...form.entered].filter(([key]) => !isSaved(key))))
}

/** Whether the form has unsaved changes. */
export function isDirty({ initial, entries }: FormState): boolean {
  return [...entries].some(([key, entry]) => entry !== initial.get(key))
}

/** The current values of a form, valid or not. */
export function valuesOf(form: FormState): ConfigValues {
  const values = form.fields.map((field) => [field.key, valueIn(form, field)] as const)
  return Object.fromEntries(values.filter(hasValue))
}

/** The configuration to store for a form. Keeps the stored values of fields that are not rendered. */
export function storedOf(form: FormState): ConfigValues {
  const rendered = new Set(form.fields.map(({ key }) => key))
  const kept = form.schema.fields.map(
    ({ key }) => [key, rendered.has(key) ? undefined : storedValue(form.stored, key)] as const,
  )
  // kept values may have any type
  return form.schema.write({ ...Object.fromEntries(kept), ...valuesOf(form) }, form.stored) as ConfigValues
}

/** The keys of the fields with invalid values, by the rules of `readConfig`. */
export function invalidKeys(form: FormState): ReadonlySet<string> {
  const isInvalid = (field: ConfigField): boolean => {
    const value = valueIn(form, field)
    return value === undefined ? mustBeFilled(field) : valueProblem(field, value) !== undefined
  }
  return new Set(form.fields.filter(isInvalid).map(({ key }) => key))
}

/** An emptied text is `''`, not `undefined`: otherwise its default, or the value stored for all instances, would come back. */
function valueIn({ entries, stored, staleKeys }: FormState, field: ConfigField): ConfigValue | undefined {
  const entry = entries.get(field.key) ?? ''
  const isStored = !staleKeys.has(field.key) && (storedValue(stored, field.key) ?? undefined) !== undefined
  return valueOf(field, entry) ?? (isStored || field.default !== undefined ? emptyValueOf(field) : undefined)
}

function storedValue(stored: StoredConfig, key: string): unknown {
  return Object.hasOwn(stored, key) ? stored[key] : undefined
}

function hasValue<Value>(entry: readonly [string, Value | undefined]): entry is readonly [string, Value] {
  return entry[1] !== undefined
}
