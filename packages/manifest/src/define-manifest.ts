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
 * Returns the manifest unchanged and keeps its literals as types, so that configuration and context can be inferred from it. Unknown
 * properties, unknown types of fields, and defaults that do not fit their field are type errors. `parseManifest` checks everything else.
 * Use {@link uncheckedField} for a field that is newer than the kit.
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
 * Returns a field that the types do not check, for features of the platform that are newer than the kit. The field can have any type and
 * any properties. Its value has the type of its default, or any type without a default. `parseManifest` still warns about what it does not
 * know. Search for the name of this function when you update the kit.
 *
 * @example
 * ```ts
 * config: [uncheckedField({ key: 'day', type: 'date', label: { en: 'Day' } })]
 * ```
 */
export function uncheckedField<const Field extends ConfigField>(field: Field): UncheckedField<Field> {
  // the marker exists in types only
  return field as UncheckedField<Field>
}

/** A field that `defineManifest` does not check. */
export type UncheckedField<Field> = Field & Unchecked

/** Marks a field that is not checked. Exists in types only. */
export interface Unchecked {
  readonly [unchecked]: true
}
declare const unchecked: unique symbol

/** The same manifest, with an impossible type for each wrong value, so that the compiler reports it. */
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
      ? Wrong<'an entry point has either config or configUrl'>
      : Known<Name, EntryPoint, Point[Name]>
}

/** The same fields, with an impossible type for each wrong value. */
export type CheckedFields<Fields> = { readonly [Index in keyof Fields]: CheckedField<Fields[Index]> }

/** If the type of a field is not a literal, the field is not checked. */
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
      : Wrong<'the kit does not know this type of field; uncheckedField() accepts it'>
    : Name extends 'options'
      ? CheckedOptions<Field[Name]>
      : Name extends 'default'
        ? Field[Name] extends FieldValue<Field>
          ? Field[Name]
          : Wrong<'the default does not fit its field'>
        : Known<Name, ConfigField, Field[Name], 'a field does not have this property; uncheckedField() accepts it'>
}

type CheckedOptions<Options> = { readonly [Index in keyof Options]: OnlyKnown<Options[Index], ConfigOption> }

type OnlyKnown<Value, Format> = { readonly [Name in keyof Value]: Known<Name, Format, Value[Name]> }

type Known<
  Name,
  Format,
  Value,
  Reason extends string = 'the format does not have this field',
> = Name extends keyof Format ? Value : Wrong<Reason>

/** No value has this type. With `never`, the compiler would report the whole object instead. */
interface Wrong<Reason extends string> {
  readonly [wrong]: Reason
}
declare const wrong: unique symbol
