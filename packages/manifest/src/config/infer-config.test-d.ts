import { createHaiiloHost, type HostContext } from '@haiilo-kit/core'
import { expectTypeOf } from 'vitest'
import {
  configSchema,
  defineFields,
  defineManifest,
  readConfig,
  uncheckedField,
  type InferConfig,
  type InferContext,
} from '../index.js'

const text = { en: 'A text' }

const manifest = defineManifest({
  manifestVersion: '2.5.0',
  pluginVersion: '1.0.0',
  name: text,
  description: text,
  context: ['userName', 'userId', 'department'],
  config: [
    { key: 'title', type: 'text', required: true },
    {
      key: 'colour',
      type: 'radio',
      options: [
        { value: 'red', label: text },
        { value: 7, label: text },
      ],
    },
  ],
  entryPoints: [
    {
      id: 'first',
      url: 'index.html',
      name: text,
      description: text,
      config: [
        {
          key: 'canteen',
          type: 'select',
          options: [
            { value: 'north', label: text },
            { value: 'south', label: text },
          ],
          default: 'north',
        },
        { key: 'dishes', type: 'number', required: true },
        { key: 'isVegan', type: 'checkbox' },
        { key: 'both', type: 'textarea', required: true },
        uncheckedField({ key: 'other', type: 'switch', default: false }),
        uncheckedField({ key: 'unknown', type: 'colour-picker' }),
      ],
    },
    {
      id: 'second',
      url: 'index.html',
      name: text,
      description: text,
      config: [
        { key: 'dishes', type: 'text' },
        { key: 'both', type: 'textarea', required: true },
      ],
    },
  ],
})
type Lunch = typeof manifest

export function theConfigurationOfAnEntryPoint(): void {
  expectTypeOf<InferConfig<Lunch, 'first'>>().toEqualTypeOf<{
    readonly title: string
    readonly canteen: 'north' | 'south'
    readonly dishes: number
    readonly both: string
    readonly other: boolean
    readonly colour?: 'red' | 7
    readonly isVegan?: boolean
    readonly unknown?: boolean | number | string
  }>()
  expectTypeOf<InferConfig<Lunch, 'second'>>().toEqualTypeOf<{
    readonly title: string
    readonly both: string
    readonly colour?: 'red' | 7
    readonly dishes?: string
  }>()
}

export function theConfigurationOfAPageForAllEntryPoints(): void {
  expectTypeOf<InferConfig<Lunch>>().toEqualTypeOf<{
    readonly title: string
    readonly canteen: 'north' | 'south'
    readonly both: string
    readonly other: boolean
    readonly colour?: 'red' | 7
    readonly dishes?: string | number
    readonly isVegan?: boolean
    readonly unknown?: boolean | number | string
  }>()
}

export function theConfigurationOfAListOfFields(): void {
  const read = readConfig([
    { key: 'canteen', type: 'text', required: true },
    { key: 'dishes', type: 'number' },
  ])
  expectTypeOf(read({})).toEqualTypeOf<{ readonly canteen: string; readonly dishes?: number }>()
}

const fields = defineFields(
  [
    {
      key: 'canteen',
      type: 'select',
      options: [
        { value: 'north', label: text },
        { value: 'south', label: text },
      ],
      default: 'north',
    },
    { key: 'title', type: 'text', required: true },
    { key: 'dishes', type: 'number' },
    uncheckedField({ key: 'day', type: 'date', default: '' }),
  ],
  { version: 2, migrate: (stored) => stored },
)

interface FieldsConfig {
  readonly canteen: 'north' | 'south'
  readonly title: string
  readonly dishes?: number
  readonly day: string
}

export function theConfigurationOfDefinedFields(): void {
  expectTypeOf<InferConfig<typeof fields>>().toEqualTypeOf<FieldsConfig>()
  expectTypeOf(readConfig(fields)({})).toEqualTypeOf<FieldsConfig>()
  expectTypeOf(fields.read({})).toEqualTypeOf<FieldsConfig>()
  const host = createHaiiloHost({ config: readConfig(fields, { strict: true }) })
  expectTypeOf(host.ready()).resolves.toHaveProperty('config').toEqualTypeOf<FieldsConfig>()
  expectTypeOf(fields.fields[0].key).toEqualTypeOf<'canteen'>()
  // the fields of a manifest keep them, too
  const same = defineManifest({ ...manifest, config: fields.fields, entryPoints: [] })
  expectTypeOf(readConfig(same)({})).toEqualTypeOf<FieldsConfig>()
}

export function theConfigurationOfTheSchemaOfAManifest(): void {
  const schema = configSchema(manifest, { entryPoint: 'first' })
  expectTypeOf(readConfig(schema)({})).toEqualTypeOf<InferConfig<Lunch, 'first'>>()
  // @ts-expect-error the manifest has no such entry point
  configSchema(manifest, { entryPoint: 'third' })
}

export function definedFieldsAreChecked(): void {
  // @ts-expect-error there is no such type
  defineFields([{ key: 'a', type: 'boolean' }])
  // @ts-expect-error the default does not fit
  defineFields([{ key: 'a', type: 'number', default: '3' }])
  // @ts-expect-error a field has no such property
  defineFields([{ key: 'a', type: 'text', maxlength: 3 }])
}

export function anImportedJsonWidensItsLiterals(): void {
  interface Imported {
    readonly entryPoints: { id: string; config: { key: string; type: string }[] }[]
  }
  expectTypeOf<InferConfig<Imported>[string]>().toEqualTypeOf<boolean | number | string | undefined>()
}

export function theHostFollowsTheManifest(): void {
  const host = createHaiiloHost({ config: readConfig(manifest) })
  expectTypeOf(host.ready()).resolves.toHaveProperty('config').toEqualTypeOf<InferConfig<Lunch>>()
  const first = createHaiiloHost({ config: readConfig(manifest, { entryPoint: 'first' }) })
  expectTypeOf(first.ready()).resolves.toHaveProperty('config').toEqualTypeOf<InferConfig<Lunch, 'first'>>()
  // @ts-expect-error the manifest has no such entry point
  readConfig(manifest, { entryPoint: 'third' })
}

export function theContextFollowsTheManifest(given: HostContext): void {
  const context: InferContext<Lunch> = given
  expectTypeOf(context.userId).toEqualTypeOf<string>()
  expectTypeOf(context.tenantId).toEqualTypeOf<string | undefined>()
  expectTypeOf(context.userName).toEqualTypeOf<string | undefined>()
  expectTypeOf(context.department).toEqualTypeOf<unknown>()
  // @ts-expect-error the manifest does not ask for it
  context.userEmail
}
