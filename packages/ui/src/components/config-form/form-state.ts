import type { ConfigField, ConfigValue } from '@haiilo-kit/manifest'
import { valueProblem, type StoredConfig } from '@haiilo-kit/manifest/config'

import { carriedEntry, emptyValueOf, entryOf, mustBeFilled, valueOf, type Entered, type Entry } from './field-kind.js'
import { NOTHING, type FormFields } from './form-fields.js'

/** The values of a form, by the keys of its fields. What is left empty is not there, and a text that was emptied is an empty text. */
export type ConfigValues = Readonly<Record<string, ConfigValue>>

/** What stands in the controls of a form, by the keys of its fields. */
export type Entries = ReadonlyMap<string, Entry>

/** A settings form at one moment. It is never changed, but replaced. */
export interface FormState extends FormFields {
  /** Whether there is something to draw that nobody understands. */
  readonly isUnreadable: boolean
  /** What is stored, in the version of this release. */
  readonly stored: StoredConfig
  /** The keys whose stored value does not fit any more. */
  readonly unfit: ReadonlySet<string>
  readonly initial: Entries
  /** What the person has entered since it was last saved, also into fields that are not there at the moment. */
  readonly entered: ReadonlyMap<string, Entered>
  readonly entries: Entries
}

/**
 * A form with what is stored, or else with the defaults of the fields, and with what the person has entered before.
 *
 * @param stored What is stored, by key; may be anything.
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
      unfit: new Set(problems.filter(({ reason }) => reason !== 'missing').map(({ key }) => key)),
      initial,
      entered,
      entries: new Map([...initial, ...carried.filter(isThere)]),
    }
  } catch (error) {
    // what nobody can read must not be overwritten
    return { ...openForm(NOTHING, {}, entered), problems: [String(error)], isUnreadable: true }
  }
}

/** The form after the person has entered something. */
export function enter(form: FormState, key: string, entry: Entry): FormState {
  const field = form.fields.find((candidate) => candidate.key === key)
  if (!field) return form
  return {
    ...form,
    entered: new Map(form.entered).set(key, { field, entry }),
    entries: new Map(form.entries).set(key, entry),
  }
}

/** The form after `saved`, which it was then, is stored: what was entered meanwhile stays entered. */
export function keep(form: FormState, saved: FormState, stored: StoredConfig): FormState {
  const isSaved = (key: string): boolean => saved.entries.has(key) && saved.entered.get(key) === form.entered.get(key)
  return openForm(form, stored, new Map([...form.entered].filter(([key]) => !isSaved(key))))
}

/** Whether something was entered that is not stored. */
export function isDirty({ initial, entries }: FormState): boolean {
  return [...entries].some(([key, entry]) => entry !== initial.get(key))
}

/** The values of a form as they stand, valid or not. */
export function valuesOf(form: FormState): ConfigValues {
  const values = form.fields.map((field) => [field.key, valueIn(form, field)] as const)
  return Object.fromEntries(values.filter(isThere))
}

/** What is to be stored for the values of a form. What is stored for fields that are not drawn is not lost. */
export function storedOf(form: FormState): ConfigValues {
  const drawn = new Set(form.fields.map(({ key }) => key))
  const kept = form.schema.fields.map(({ key }) => [key, drawn.has(key) ? undefined : own(form.stored, key)] as const)
  // what is kept may be something else; who has stored it knows
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

/** A text that was emptied is not absent: its default would come back, or what is stored for all instances. */
function valueIn({ entries, stored, unfit }: FormState, field: ConfigField): ConfigValue | undefined {
  const entry = entries.get(field.key) ?? ''
  const isStored = !unfit.has(field.key) && (own(stored, field.key) ?? undefined) !== undefined
  return valueOf(field, entry) ?? (isStored || field.default !== undefined ? emptyValueOf(field) : undefined)
}

function own(stored: StoredConfig, key: string): unknown {
  return Object.hasOwn(stored, key) ? stored[key] : undefined
}

function isThere<Value>(entry: readonly [string, Value | undefined]): entry is readonly [string, Value] {
  return entry[1] !== undefined
}
