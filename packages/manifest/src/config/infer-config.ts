import type { ConfigField, ConfigFieldType, ConfigOption, ConfigValue, EntryPoint, Manifest } from '../manifest.js'
import type { ConfigSchema } from './config-options.js'
import type { valueTypes } from './value-types.js'

/** What a configuration is declared by: what `defineFields` has made, a manifest, or just a list of fields. */
export type ConfigSource = ConfigSchema | Manifest | readonly ConfigField[]

/** The ids of the entry points of a manifest. */
export type EntryPointId<Source> = Source extends { readonly entryPoints: readonly (infer Point)[] }
  ? Point extends EntryPoint
    ? Point['id']
    : never
  : never

/**
 * The configuration that `readConfig` makes of what the host sent: keys that are required or have a default are always there, others
 * may be absent; options become a union of their literals.
 *
 * @typeParam Source Type of what `defineFields` has made, of a manifest, or of a list of fields.
 * @typeParam Id The entry point whose page it is. Without it, all of them: a key that only some entry points have may then be absent.
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

/** The values that a field can have. */
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

/** All fields that count: the global ones, and those of the entry point or of all entry points. */
type FieldOf<Source, Id extends string> = GlobalField<Source> | OwnField<PointOf<Source, Id>>

type GlobalField<Source> = Source extends readonly (infer Field extends ConfigField)[] ? Field : OwnField<Source>

type OwnField<Owner> = Owner extends { readonly config: readonly (infer Field extends ConfigField)[] } ? Field : never

type PointOf<Source, Id extends string> = Source extends { readonly entryPoints: readonly (infer Point)[] }
  ? string extends Id
    ? Point
    : Extract<Point, { readonly id: Id }>
  : never

type WithKey<Field extends ConfigField, Key> = Field extends { readonly key: Key } ? Field : never

/** Keys that are always there: with a default, required everywhere, or required in each entry point. */
type CertainKey<Source, Id extends string> =
  DefaultedKey<FieldOf<Source, Id>> | RequiredKey<GlobalField<Source>> | RequiredInAll<PointOf<Source, Id>>

type DefaultedKey<Field extends ConfigField> = Field extends { readonly default: ConfigValue } ? Field['key'] : never

type RequiredKey<Field extends ConfigField> = Field extends { readonly required: true } ? Field['key'] : never

/** The keys of a union of objects are those that all of them have. */
type RequiredInAll<Point> = [Point] extends [never]
  ? never
  : keyof (Point extends unknown ? Record<RequiredKey<OwnField<Point>>, true> : never) & string

type Simplify<Type> = { [Key in keyof Type]: Type[Key] }
