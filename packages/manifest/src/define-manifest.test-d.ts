import { expectTypeOf } from 'vitest'
import { defineManifest, readConfig, uncheckedField, type ConfigField } from './index.js'

const text = { en: 'A text' }
const base = { manifestVersion: '2.5.0', pluginVersion: '1.0.0', name: text, description: text } as const
const entryPoint = { id: 'a', url: 'index.html', name: text, description: text } as const

export function keepsLiterals(): void {
  const manifest = defineManifest({ ...base, context: ['userName'], entryPoints: [{ ...entryPoint, height: '2:1' }] })
  expectTypeOf(manifest.manifestVersion).toEqualTypeOf<'2.5.0'>()
  expectTypeOf(manifest.context).toEqualTypeOf<readonly ['userName']>()
  expectTypeOf(manifest.entryPoints[0].height).toEqualTypeOf<'2:1'>()
}

export function takesEveryFieldOfTheFormat(): void {
  defineManifest({
    ...base,
    $schema: 'node_modules/@haiilo-kit/manifest/schema.json',
    coyoVersion: '37.0.0',
    thumbnail: 'icon.png',
    origin: 'https://middleware.example.com',
    lifecycle: { url: '/lifecycle/', events: ['install', 'uninstall'] },
    apiAccess: { url: '/api/', client: { mode: ['authorization_code'], scope: ['plugin:notify'] } },
    config: [
      {
        key: 'a',
        type: 'text',
        minLength: 1,
        maxLength: 2,
        pattern: '^a$',
        label: text,
        placeholder: text,
        description: text,
      },
    ],
    entryPoints: [{ ...entryPoint, height: 350, permissionsPolicy: ['fullscreen'], configUrl: 'config.html' }],
  })
}

export function refusesWhatTheFormatDoesNotHave(): void {
  // @ts-expect-error a made-up field
  defineManifest({ ...base, sandbox: true, entryPoints: [entryPoint] })
  // @ts-expect-error a made-up field of an entry point
  defineManifest({ ...base, entryPoints: [{ ...entryPoint, width: 3 }] })
  // @ts-expect-error a slip of the keyboard in a field of the configuration
  defineManifest({ ...base, entryPoints: [entryPoint], config: [{ key: 'a', type: 'text', requird: true }] })
}

export function refusesWhatDoesNotFit(): void {
  // @ts-expect-error a version that there is not
  defineManifest({ ...base, manifestVersion: '2.6.0', entryPoints: [entryPoint] })
  // @ts-expect-error a number as text
  defineManifest({ ...base, entryPoints: [{ ...entryPoint, height: '350' }] })
  // @ts-expect-error an object where a list belongs
  defineManifest({ ...base, entryPoints: [{ ...entryPoint, config: {} }] })
  // @ts-expect-error both a form of the host's and a page of our own
  defineManifest({ ...base, entryPoints: [{ ...entryPoint, config: [], configUrl: 'config.html' }] })
  // @ts-expect-error an event of apiAccess
  defineManifest({ ...base, entryPoints: [entryPoint], lifecycle: { url: '/', events: ['access_token'] } })
}

export function refusesADefaultThatDoesNotFit(): void {
  const options = [{ value: 'north', label: text }] as const
  defineManifest({
    ...base,
    entryPoints: [{ ...entryPoint, config: [{ key: 'a', type: 'select', options, default: 'north' }] }],
    config: [
      // @ts-expect-error a text for a number
      { key: 'b', type: 'number', default: '3' },
      // @ts-expect-error no such option
      { key: 'c', type: 'select', options, default: 'west' },
    ],
  })
  defineManifest({
    ...base,
    // @ts-expect-error the same within an entry point
    entryPoints: [{ ...entryPoint, config: [{ key: 'a', type: 'select', options, default: 'west' }] }],
  })
}

export function refusesTypesOfFieldsThatAreNotKnown(): void {
  // every known type
  defineManifest({
    ...base,
    entryPoints: [entryPoint],
    config: [
      { key: 'a', type: 'text' },
      { key: 'b', type: 'textarea' },
      { key: 'c', type: 'number' },
      { key: 'd', type: 'checkbox' },
      { key: 'e', type: 'radio', options: [{ value: true, label: text }] },
      { key: 'f', type: 'select', options: [{ value: 1, label: text, description: text }] },
    ],
  })
  defineManifest({
    ...base,
    entryPoints: [entryPoint],
    config: [
      // @ts-expect-error another name for a checkbox
      { key: 'a', type: 'boolean' },
      // @ts-expect-error a slip of the keyboard
      { key: 'b', type: 'selct', options: [{ value: 1, label: text }] },
      // @ts-expect-error capital letters
      { key: 'c', type: 'Text' },
    ],
  })
  // @ts-expect-error the same within an entry point
  defineManifest({ ...base, entryPoints: [{ ...entryPoint, config: [{ key: 'a', type: 'boolean' }] }] })
}

export function refusesWhatAFieldDoesNotHave(): void {
  const option = { value: 1, label: text } as const
  const field = { key: 'a', type: 'select' } as const
  defineManifest({
    ...base,
    entryPoints: [entryPoint],
    config: [
      // @ts-expect-error a slip of the keyboard
      { key: 'a', type: 'text', lable: text },
      // @ts-expect-error a made-up property of an option
      { ...field, options: [{ ...option, icon: 'a.png' }] },
      // @ts-expect-error a slip of the keyboard in the second option
      { ...field, options: [option, { value: 2, label: text, descripton: text }] },
    ],
  })
  // @ts-expect-error a text in place of true
  defineManifest({ ...base, entryPoints: [entryPoint], config: [{ key: 'a', type: 'text', required: 'yes' }] })
  // @ts-expect-error a text in place of a number
  defineManifest({ ...base, entryPoints: [entryPoint], config: [{ key: 'a', type: 'text', maxLength: '3' }] })
  // @ts-expect-error a text in place of a translation map
  defineManifest({ ...base, entryPoints: [entryPoint], config: [{ key: 'a', type: 'text', label: 'A' }] })
  // @ts-expect-error values in place of options
  defineManifest({ ...base, entryPoints: [entryPoint], config: [{ key: 'a', type: 'radio', options: ['a', 'b'] }] })
  const list = { key: 'a', type: 'radio', options: [{ value: ['a'], label: text }] } as const
  // @ts-expect-error a list as the value of an option
  defineManifest({ ...base, entryPoints: [entryPoint], config: [list] })
  // @ts-expect-error an option without a label
  defineManifest({ ...base, entryPoints: [entryPoint], config: [{ key: 'a', type: 'radio', options: [{ value: 1 }] }] })
}

export function refusesWhatWebhooksDoNotHave(): void {
  const lifecycle = { url: '/lifecycle/', events: ['install'] } as const
  const client = { mode: ['authorization_code'], scope: ['plugin:notify'] } as const
  // @ts-expect-error a made-up property
  defineManifest({ ...base, entryPoints: [entryPoint], lifecycle: { ...lifecycle, secret: 'a' } })
  // @ts-expect-error a made-up property
  defineManifest({ ...base, entryPoints: [entryPoint], apiAccess: { url: '/api/', client, secret: 'a' } })
  // @ts-expect-error a made-up property
  defineManifest({ ...base, entryPoints: [entryPoint], apiAccess: { url: '/api/', client: { ...client, id: 'a' } } })
}

export function takesUncheckedFields(): void {
  const manifest = defineManifest({
    ...base,
    config: [uncheckedField({ key: 'colour', type: 'colour-picker', palette: ['red', 'blue'], default: 'red' })],
    entryPoints: [
      {
        ...entryPoint,
        config: [
          { key: 'dishes', type: 'number' },
          uncheckedField({ key: 'day', type: 'date', required: true, noWeekends: true }),
        ],
      },
    ],
  })
  expectTypeOf(readConfig(manifest)({})).toEqualTypeOf<{
    readonly colour: string
    readonly day: boolean | number | string
    readonly dishes?: number
  }>()
  // @ts-expect-error a field has a key all the same
  uncheckedField({ type: 'date' })
}

export function takesFieldsWhoseTypesAreNotLiterals(fields: readonly ConfigField[]): void {
  defineManifest({ ...base, entryPoints: [entryPoint], config: fields })
}
