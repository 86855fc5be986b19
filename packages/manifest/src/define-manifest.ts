import type { ConfigField, EntryPoint, Manifest } from './manifest.js'
import type { FieldValue } from './config/infer-config.js'

/**
 * Gives back the manifest as it is, with its literals as types, so that configuration and context can be typed by it. What the format
 * does not have, and a default that does not fit its field, are type errors; everything else is checked by `parseManifest`.
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

/** The same manifest, with what cannot be in place of what is wrong, so that the compiler names it. */
export type CheckedManifest<Source> = {
  readonly [Name in keyof Source]: Name extends 'config'
    ? CheckedFields<Source[Name]>
    : Name extends 'entryPoints'
      ? CheckedEntryPoints<Source[Name]>
      : Known<Name, Manifest, Source[Name]>
}

type CheckedEntryPoints<Points> = { readonly [Index in keyof Points]: CheckedEntryPoint<Points[Index]> }

type CheckedEntryPoint<Point> = {
  readonly [Name in keyof Point]: Name extends 'config'
    ? CheckedFields<Point[Name]>
    : [Name, 'config'] extends ['configUrl', keyof Point]
      ? Wrong<'either config or configUrl'>
      : Known<Name, EntryPoint, Point[Name]>
}

type CheckedFields<Fields> = { readonly [Index in keyof Fields]: CheckedField<Fields[Index]> }

type CheckedField<Field> = {
  readonly [Name in keyof Field]: Name extends 'default'
    ? Field[Name] extends FieldValue<Field>
      ? Field[Name]
      : Wrong<'the default does not fit its field'>
    : Known<Name, ConfigField, Field[Name]>
}

type Known<Name, Format, Value> = Name extends keyof Format ? Value : Wrong<'the format has no such field'>

/** No value has this type. `never` would do, but makes the compiler point at the whole object. */
interface Wrong<Reason extends string> {
  readonly [wrong]: Reason
}
declare const wrong: unique symbol
