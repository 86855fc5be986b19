import type { ConfigField, ConfigValue } from '@haiilo-kit/manifest'
import { valueProblem } from '@haiilo-kit/manifest/config'

import { configFields } from './config-fields.js'
import { entryOf, valueOf, type Entry } from './field-kind.js'

/** The values of a form, by the keys of its fields. What is left empty is not there. */
export type ConfigValues = Readonly<Record<string, ConfigValue>>

/** What stands in the controls of a form, by the keys of its fields. */
export type Entries = ReadonlyMap<string, Entry>

/** A settings form at one moment. It is never changed, but replaced. */
export interface FormState {
  readonly fields: readonly ConfigField[]
  /** What could not be drawn; for developers. */
  readonly problems: readonly string[]
  /** Whether there is something to draw that nobody understands. */
  readonly isUnreadable: boolean
  /** What is stored for fields that could not be drawn: it is not lost. */
  readonly kept: ConfigValues
  /** The keys whose stored value does not fit any more. */
  readonly unfit: ReadonlySet<string>
  readonly initial: Entries
  readonly entries: Entries
}

/**
 * A form as it is opened: with what is stored, or else with the defaults of the fields.
 *
 * @param source A manifest, its text or a list of fields; may be anything.
 * @param stored What is stored, by key; may be anything.
 */
export function openForm(source: unknown, entryPoint: string | undefined, stored: unknown): FormState {
  const { fields, problems, leftOut } = configFields(source, entryPoint)
  const values = new Map(fields.map((field) => [field.key, storedValue(stored, field.key)]))
  const unfit = fields.filter((field) => !fits(field, values.get(field.key))).map(({ key }) => key)
  const initial = new Map(fields.map((field) => [field.key, startOf(field, values.get(field.key))]))
  return {
    fields,
    problems,
    isUnreadable: problems.length > 0 && fields.length === 0,
    kept: flatValues(leftOut.map((key) => [key, storedValue(stored, key)])),
    unfit: new Set(unfit),
    initial,
    entries: initial,
  }
}

/** The form after the person has entered something. */
export function enter(form: FormState, key: string, entry: Entry): FormState {
  return { ...form, entries: new Map(form.entries).set(key, entry) }
}

/** The form after these entries were stored. */
export function keep(form: FormState, entries: Entries): FormState {
  return { ...form, initial: entries, unfit: new Set() }
}

/** Whether something was entered that is not stored. */
export function isDirty({ initial, entries }: FormState): boolean {
  return [...entries].some(([key, entry]) => entry !== initial.get(key))
}

/** The values of a form as they stand, valid or not. */
export function valuesOf({ fields, entries, kept }: FormState): ConfigValues {
  return { ...kept, ...flatValues(fields.map((field) => [field.key, valueOf(field, entries.get(field.key) ?? '')])) }
}

/** The keys of the fields whose values are not valid, by the very rules that `readConfig` has. */
export function invalidKeys(form: FormState): ReadonlySet<string> {
  const values = new Map(Object.entries(valuesOf(form)))
  const invalid = form.fields.filter((field) => valueProblem(field, values.get(field.key)) !== undefined)
  return new Set(invalid.map(({ key }) => key))
}

function flatValues(values: readonly (readonly [key: string, value: unknown])[]): ConfigValues {
  return Object.fromEntries(
    values.filter((entry): entry is [string, ConfigValue] => ['string', 'number', 'boolean'].includes(typeof entry[1])),
  )
}

function storedValue(stored: unknown, key: string): unknown {
  return typeof stored === 'object' && stored !== null && Object.hasOwn(stored, key)
    ? (stored as Readonly<Record<string, unknown>>)[key]
    : undefined
}

/** Nothing stored is no reason to complain before the person had a chance. */
function fits(field: ConfigField, value: unknown): boolean {
  return valueProblem({ ...field, required: false }, value) === undefined
}

function startOf(field: ConfigField, value: unknown): Entry {
  const wanted = value !== undefined && value !== null && fits(field, value) ? value : field.default
  return entryOf(field, fits(field, wanted) ? wanted : undefined)
}
