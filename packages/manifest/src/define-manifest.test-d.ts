import { expectTypeOf } from 'vitest'
import { defineManifest } from './index.js'

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
