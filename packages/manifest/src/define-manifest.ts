import type {
  ApiAccess,
  ConfigField,
  ConfigFieldType,
  ConfigOption,
  EntryPoint,
  KnownFieldType,
  Lifecycle,
  Manifest,
} from './manifest.js'
import type { FieldValue } from './config/infer-config.js'

/**
 * Gives back the manifest as it is, with its literals as types, so that configuration and context can be typed by it. What the format
 * does not have, a type of field that is not known, and a default that does not fit its field are type errors. `parseManifest` checks
 * everything else. {@link uncheckedField} takes a field that is newer than the kit.
 *
 * @example
 * ```ts
 * export const manifest = defineManifest({
 *   manifestVersion: '2.5.0',
 *   pluginVersion: '1.0.0',
 *   name: { en: 'Lunch' },
 *   description: { en: 'What the canteen cooks today' },
 *   entryPoints: [
 *     {
 *       id: '0d4a6c1e-5b7f-4c43-9a55-3f5c8a1e7b02',
 *       url: 'index.html',
 *       name: { en: 'Lunch' },
 *       description: { en: 'What the canteen cooks today' },
 *       config: [{ key: 'dishes', type: 'number', label: { en: 'Dishes' }, default: 3 }],
 *     },
 *   ],
 * })
 * ```
 */
export function defineManifest<const Source extends Manifest>(manifest: Source & CheckedManifest<Source>): Source {
  return manifest
}

/**
 * A field that the types do not check: one that came with a newer version of the platform than the kit knows. Any name of a type and any
 * further properties are accepted, and the value can be whatever its default says, or else any. `parseManifest` still reports what it does
 * not know, as warnings. Find such fields by the name of this function when you update the kit.
 *
 * @example
 * ```ts
 * config: [uncheckedField({ key: 'day', type: 'date', label: { en: 'Day' } })]
 * ```
 */
export function uncheckedField<const Field extends ConfigField>(field: Field): UncheckedField<Field> {
  // the mark is for the compiler only
  return field as UncheckedField<Field>
}

/** A field that `defineManifest` takes as it is. */
export type UncheckedField<Field> = Field & Unchecked

/** The mark of such a field. It exists in types only. */
export interface Unchecked {
  readonly [unchecked]: true
}
declare const unchecked: unique symbol

/** The same manifest, with what cannot be in place of what is wrong, so that the compiler names it. */
export type CheckedManifest<Source> = {
  readonly [Name in keyof Source]: Name extends 'config'
    ? CheckedFields<Source[Name]>
    : Name extends 'entryPoints'
      ? CheckedEntryPoints<Source[Name]>
      : Name extends 'lifecycle'
        ? OnlyKnown<Source[Name], Lifecycle>
        : Name extends 'apiAccess'
          ? CheckedApiAccess<Source[Name]>
          : Known<Name, Manifest, Source[Name]>
}

type CheckedApiAccess<Access> = {
  readonly [Name in keyof Access]: Name extends 'client'
    ? OnlyKnown<Access[Name], ApiAccess['client']>
    : Known<Name, ApiAccess, Access[Name]>
}

type CheckedEntryPoints<Points> = { readonly [Index in keyof Points]: CheckedEntryPoint<Points[Index]> }

type CheckedEntryPoint<Point> = {
  readonly [Name in keyof Point]: Name extends 'config'
    ? CheckedFields<Point[Name]>
    : [Name, 'config'] extends ['configUrl', keyof Point]
      ? Wrong<'either config or configUrl'>
      : Known<Name, EntryPoint, Point[Name]>
}

/** The same fields, with what cannot be in place of what is wrong. */
export type CheckedFields<Fields> = { readonly [Index in keyof Fields]: CheckedField<Fields[Index]> }

/** A field with an unknown type is not checked further. */
type CheckedField<Field> = Field extends Unchecked
  ? Field
  : Field extends { readonly type: infer Type }
    ? ConfigFieldType extends Type
      ? Field
      : CheckedProperties<Field>
    : CheckedProperties<Field>

type CheckedProperties<Field> = {
  readonly [Name in keyof Field]: Name extends 'type'
    ? Field[Name] extends KnownFieldType
      ? Field[Name]
      : Wrong<'the kit knows no such type of field; uncheckedField() takes it all the same'>
    : Name extends 'options'
      ? CheckedOptions<Field[Name]>
      : Name extends 'default'
        ? Field[Name] extends FieldValue<Field>
          ? Field[Name]
          : Wrong<'the default does not fit its field'>
        : Known<Name, ConfigField, Field[Name], 'a field has no such property; uncheckedField() takes it all the same'>
}

type CheckedOptions<Options> = { readonly [Index in keyof Options]: OnlyKnown<Options[Index], ConfigOption> }

type OnlyKnown<Value, Format> = { readonly [Name in keyof Value]: Known<Name, Format, Value[Name]> }

type Known<Name, Format, Value, Reason extends string = 'the format has no such field'> = Name extends keyof Format
  ? Value
  : Wrong<Reason>

/** No value has this type. `never` would do, but makes the compiler point at the whole object. */
interface Wrong<Reason extends string> {
  readonly [wrong]: Reason
}
declare const wrong: unique symbol
