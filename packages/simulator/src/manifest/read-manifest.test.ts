import { createHaiiloHost } from '@haiilo-kit/core'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSimulatedHost } from '../host/create-simulated-host.js'
import type { SimulatedManifest } from '../host/simulated-host.js'

const warn = vi.spyOn(console, 'warn')
beforeEach(() => void warn.mockReset().mockReturnValue())
afterEach(() => warn.mockReset())

/** Returns the pointers of the findings, and the configuration and context from the rest of the manifest. */
async function open(manifest: unknown): Promise<{ pointers: string[]; config: unknown; context: unknown }> {
  const home = createSimulatedHost({ manifest: manifest as SimulatedManifest })
  const host = createHaiiloHost(home.connect())
  const { config, context } = await host.ready()
  host.close()
  home.close()
  return { pointers: home.findings.map(({ pointer }) => pointer), config: { ...config }, context: { ...context } }
}

describe('a broken manifest', () => {
  const field = { key: 'canteen', default: 'north' }

  it.each<[string, unknown, string[]]>([
    ['null', null, ['']],
    ['an array', [], ['']],
    ['a string', '{"entryPoints":[]}', ['']],
    ['context as a string', { context: 'userName' }, ['/context']],
    ['context with a number', { context: ['userName', 7] }, ['/context/1']],
    ['config as an object', { config: { canteen: field } }, ['/config']],
    ['config as null', { config: null }, ['/config']],
    ['config with values that are not objects', { config: ['canteen', null, field] }, ['/config/0', '/config/1']],
    ['a field without a key', { config: [{ default: 'north' }] }, ['/config/0/key']],
    ['a field whose key is a number', { config: [{ key: 1 }] }, ['/config/0/key']],
    ['a default that is an object', { config: [{ key: 'a', default: {} }] }, ['/config/0/default']],
    ['a default that is null', { config: [{ key: 'a', default: null }] }, ['/config/0/default']],
    ['entry points as an object', { entryPoints: { a: { url: '/' } } }, ['/entryPoints']],
    ['an entry point that is a string', { entryPoints: ['index.html'] }, ['/entryPoints/0']],
    ['an entry point that is an array', { entryPoints: [[]] }, ['/entryPoints/0']],
    ['an id that is a number', { entryPoints: [{ id: 1 }] }, ['/entryPoints/0/id']],
    ['two entry points with one id', { entryPoints: [{ id: 'a' }, { id: 'a' }] }, ['/entryPoints/1/id']],
    ['a URL that is a number', { entryPoints: [{ url: 7 }] }, ['/entryPoints/0/url']],
    ['an empty URL', { entryPoints: [{ url: '' }] }, ['/entryPoints/0/url']],
    ['a javascript: URL', { entryPoints: [{ url: 'javascript:alert(1)' }] }, ['/entryPoints/0/url']],
    ['an invalid URL', { entryPoints: [{ configUrl: 'https://' }] }, ['/entryPoints/0/configUrl']],
    ['a configUrl that is an array', { entryPoints: [{ configUrl: [] }] }, ['/entryPoints/0/configUrl']],
    ['config of an entry point as an object', { entryPoints: [{ config: {} }] }, ['/entryPoints/0/config']],
    ['a field of an entry point that is a number', { entryPoints: [{ config: [7] }] }, ['/entryPoints/0/config/0']],
    ...['1000', '350px', '16/9', '0:9', 'auto', '', 0, -1, NaN, Infinity, null, true, {}, [350]].map(
      (height): [string, unknown, string[]] => [
        `a height of ${JSON.stringify(height)}`,
        { entryPoints: [{ height }] },
        ['/entryPoints/0/height'],
      ],
    ),
    [
      'permissions as a string',
      { entryPoints: [{ permissionsPolicy: 'camera' }] },
      ['/entryPoints/0/permissionsPolicy'],
    ],
    [
      'unknown permissions',
      { entryPoints: [{ permissionsPolicy: ['camera', 'microphone', 'camera *; midi', 7] }] },
      [1, 2, 3].map((index) => `/entryPoints/0/permissionsPolicy/${index}`),
    ],
    [
      'several problems',
      { config: {}, context: [7], entryPoints: [{ height: '1000', url: 7 }] },
      ['/context/0', '/config', '/entryPoints/0/url', '/entryPoints/0/height'],
    ],
  ])('is reported without an error: %s', async (_, manifest, pointers) => {
    expect((await open(manifest)).pointers).toEqual(pointers)
    expect(warn).toHaveBeenCalledTimes(pointers.length)
  })

  it('is used except for its broken parts', async () => {
    const manifest = {
      context: ['userName', 7],
      config: [field, 'junk', { key: 'bad', default: {} }],
      entryPoints: ['junk', { id: 'a', config: { no: 'list' }, height: '1000' }],
    }
    expect(await open(manifest)).toMatchObject({
      config: { canteen: 'north' },
      context: { tenantId: 'tenant-1', userId: 'user-1', userName: 'Ada' },
    })
  })

  it('has findings that say how to fix it and quote only numbers from it', () => {
    const { findings } = createSimulatedHost({
      manifest: { entryPoints: [{ height: '1000', url: 'data:secret', permissionsPolicy: ['secret'] }] },
    })
    expect(findings.map(({ message }) => message)).toEqual([
      'A page can be loaded over http and https only. Use a URL such as "index.html".',
      'A height in pixels must be a number, without quotes and unit: "height": 1000.',
      'There is no such permission. Use camera, geolocation, fullscreen.',
    ])
    expect(Object.isFrozen(findings)).toBe(true)
  })

  it('is mentioned in the error for a missing entry point', () => {
    const manifest = { entryPoints: { a: {} } } as unknown as SimulatedManifest
    expect(() => createSimulatedHost({ manifest, entryPoint: 'a' })).toThrow(
      'the manifest has no entry point with the id “a”',
    )
  })
})

describe('a manifest', () => {
  it.each<[string, SimulatedManifest]>([
    ['an empty object', {}],
    [
      'everything that the host reads',
      {
        context: ['userName'],
        config: [{ key: 'a', default: '' }, { key: 'b', default: false }, { key: 'c' }],
        entryPoints: [
          { id: 'a', url: '/', height: 350, permissionsPolicy: ['camera', 'geolocation', 'fullscreen'] },
          { id: 'b', url: 'a/b.html?c#d', configUrl: '../config.html', config: [], height: '2:1' },
          { url: 'https://plugins.example.com/', configUrl: '//plugins.example.com/', height: 0.5 },
        ],
      },
    ],
    ['more than the host reads', { manifestVersion: '2.5.0', name: { en: 'Lunch' }, oauth2: 7 } as SimulatedManifest],
  ])('that is valid has no findings: %s', async (_, manifest) => {
    expect((await open(manifest)).pointers).toEqual([])
    expect(warn).not.toHaveBeenCalled()
  })

  it('can be any JSON without breaking the host', () => {
    const names = fc.constantFrom(
      ...[
        'context',
        'config',
        'entryPoints',
        'id',
        'url',
        'configUrl',
        'height',
        'permissionsPolicy',
        'key',
        'default',
      ],
      '__proto__',
    )
    const { part } = fc.letrec((tie) => ({
      part: fc.oneof(
        { maxDepth: 5 },
        fc.jsonValue({ maxDepth: 1 }),
        fc.dictionary(names, tie('part'), { maxKeys: 6 }),
        fc.array(tie('part'), { maxLength: 3 }),
      ),
    }))
    fc.assert(
      fc.property(part, (manifest) => {
        const home = createSimulatedHost({ manifest: manifest as SimulatedManifest })
        home.connect()
        home.connect('config')
        home.close()
      }),
    )
  })
})
