import type { ConfigField, ConfigFieldType, ConfigOption, ConfigValue, EntryPoint, Manifest } from '../manifest.js'
import type { ConfigSchema } from './config-options.js'
import type { valueTypes } from './value-types.js'

/** A declaration of a configuration: the result of `defineFields`, a manifest, or a list of fields. */
export type ConfigSource = ConfigSchema | Manifest | readonly ConfigField[]

/** The ids of the entry points of a manifest. */
export type EntryPointId<Source> = Source extends { readonly entryPoints: readonly (infer Point)[] }
  ? Point extends EntryPoint
    ? Point['id']
    : never
  : never

/**
 * The configuration that `readConfig` returns. Keys that are required or have a default are always present; other keys are optional. The
 * value of a field with options is a union of their literals.
 *
 * @typeParam Source The type of the result of `defineFields`, of a manifest, or of a list of fields.
 * @typeParam Id The id of the entry point of the page. Default: all entry points. A key that only some of them have is then optional.
 */
export type InferConfig<Source, Id extends string = string> =
  Source extends ConfigSchema<infer Config> ? Config : ConfigOfFields<Source, Id>

type ConfigOfFields<Source, Id extends string> = Simplify<
  {
    readonly [Key in CertainKey<Source, Id>]: FieldValue<WithKey<FieldOf<Source, Id>, Key>>
  } & {
    readonly [Key in Exclude<FieldOf<Source, Id>['key'], CertainKey<Source, Id>>]?: FieldValue<
      WithKey<FieldOf<Source, Id>, Key>
    >
  }
>

/** The values of a field. */
export type FieldValue<Field> = Field extends { readonly options: readonly (infer Option)[] }
  ? Option extends ConfigOption
    ? Option['value']
    : never
  : Field extends { readonly type: infer Type }
    ? ValueOfType<Type, Field>
    : ConfigValue

type ValueOfType<Type, Field> = ConfigFieldType extends Type
  ? ConfigValue
  : Type extends keyof typeof valueTypes
    ? ValueByName[(typeof valueTypes)[Type]]
    : Field extends { readonly default: infer Default }
      ? Widened<Default>
      : ConfigValue

interface ValueByName {
  readonly string: string
  readonly number: number
  readonly boolean: boolean
}

type Widened<Value> = Value extends string
  ? string
  : Value extends number
    ? number
    : Value extends boolean
      ? boolean
      : never

/** The global fields, and those of the entry point or of all entry points. */
type FieldOf<Source, Id extends string> = GlobalField<Source> | OwnField<PointOf<Source, Id>>

type GlobalField<Source> = Source extends readonly (infer Field extends ConfigField)[] ? Field : OwnField<Source>

type OwnField<Owner> = Owner extends { readonly config: readonly (infer Field extends ConfigField)[] } ? Field : never

type PointOf<Source, Id extends string> = Source extends { readonly entryPoints: readonly (infer Point)[] }
  ? string extends Id
    ? Point
    : Extract<Point, { readonly id: Id }>
  : never

type WithKey<Field extends ConfigField, Key> = Field extends { readonly key: Key } ? Field : never

/** Keys that are always present: with a default, required globally, or required in each entry point. */
type CertainKey<Source, Id extends string> =
  DefaultedKey<FieldOf<Source, Id>> | RequiredKey<GlobalField<Source>> | RequiredInAll<PointOf<Source, Id>>

type DefaultedKey<Field extends ConfigField> = Field extends { readonly default: ConfigValue } ? Field['key'] : never

type RequiredKey<Field extends ConfigField> = Field extends { readonly required: true } ? Field['key'] : never

/** `keyof` of a union contains only the keys that all its members have. */
type RequiredInAll<Point> = [Point] extends [never]
  ? never
  : keyof (Point extends unknown ? Record<RequiredKey<OwnField<Point>>, true> : never) & string

type Simplify<Type> = { [Key in keyof Type]: Type[Key] }
