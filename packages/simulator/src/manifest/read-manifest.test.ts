import { createHaiiloHost } from '@haiilo-kit/core'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSimulatedHost } from '../host/create-simulated-host.js'
import type { SimulatedManifest } from '../host/simulated-host.js'

const warn = vi.spyOn(console, 'warn')
beforeEach(() => void warn.mockReset().mockReturnValue())
afterEach(() => warn.mockReset())

/** The pointers of what a simulated host finds in a manifest, and what it makes of the rest. */
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
    ['no object', null, ['']],
    ['a list', [], ['']],
    ['text', '{"entryPoints":[]}', ['']],
    ['context as text', { context: 'userName' }, ['/context']],
    ['context with a number', { context: ['userName', 7] }, ['/context/1']],
    ['config as an object', { config: { canteen: field } }, ['/config']],
    ['config as null', { config: null }, ['/config']],
    ['config with no object', { config: ['canteen', null, field] }, ['/config/0', '/config/1']],
    ['a field without a key', { config: [{ default: 'north' }] }, ['/config/0/key']],
    ['a field whose key is a number', { config: [{ key: 1 }] }, ['/config/0/key']],
    ['a default that is an object', { config: [{ key: 'a', default: {} }] }, ['/config/0/default']],
    ['a default that is null', { config: [{ key: 'a', default: null }] }, ['/config/0/default']],
    ['entry points as an object', { entryPoints: { a: { url: '/' } } }, ['/entryPoints']],
    ['an entry point that is text', { entryPoints: ['index.html'] }, ['/entryPoints/0']],
    ['an entry point that is a list', { entryPoints: [[]] }, ['/entryPoints/0']],
    ['an id that is a number', { entryPoints: [{ id: 1 }] }, ['/entryPoints/0/id']],
    ['two entry points with one id', { entryPoints: [{ id: 'a' }, { id: 'a' }] }, ['/entryPoints/1/id']],
    ['an address that is a number', { entryPoints: [{ url: 7 }] }, ['/entryPoints/0/url']],
    ['an address that is empty', { entryPoints: [{ url: '' }] }, ['/entryPoints/0/url']],
    ['an address of a script', { entryPoints: [{ url: 'javascript:alert(1)' }] }, ['/entryPoints/0/url']],
    ['an address nobody can read', { entryPoints: [{ configUrl: 'https://' }] }, ['/entryPoints/0/configUrl']],
    ['a settings address that is a list', { entryPoints: [{ configUrl: [] }] }, ['/entryPoints/0/configUrl']],
    ['fields of an instance as an object', { entryPoints: [{ config: {} }] }, ['/entryPoints/0/config']],
    ['a field of an instance', { entryPoints: [{ config: [7] }] }, ['/entryPoints/0/config/0']],
    ...['1000', '350px', '16/9', '0:9', 'auto', '', 0, -1, NaN, Infinity, null, true, {}, [350]].map(
      (height): [string, unknown, string[]] => [
        `a height of ${JSON.stringify(height)}`,
        { entryPoints: [{ height }] },
        ['/entryPoints/0/height'],
      ],
    ),
    ['permissions as text', { entryPoints: [{ permissionsPolicy: 'camera' }] }, ['/entryPoints/0/permissionsPolicy']],
    [
      'permissions that there are not',
      { entryPoints: [{ permissionsPolicy: ['camera', 'microphone', 'camera *; midi', 7] }] },
      [1, 2, 3].map((index) => `/entryPoints/0/permissionsPolicy/${index}`),
    ],
    [
      'several things at once',
      { config: {}, context: [7], entryPoints: [{ height: '1000', url: 7 }] },
      ['/context/0', '/config', '/entryPoints/0/url', '/entryPoints/0/height'],
    ],
  ])('is reported and not thrown at anybody: %s', async (_, manifest, pointers) => {
    expect((await open(manifest)).pointers).toEqual(pointers)
    expect(warn).toHaveBeenCalledTimes(pointers.length)
  })

  it('is used as far as it can be', async () => {
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

  it('says how to mend it, and quotes nothing of it but numbers', () => {
    const { findings } = createSimulatedHost({
      manifest: { entryPoints: [{ height: '1000', url: 'data:secret', permissionsPolicy: ['secret'] }] },
    })
    expect(findings.map(({ message }) => message)).toEqual([
      'A page is loaded over http or https only. Write an address such as "index.html".',
      'A height in pixels is a number, without quotes and unit: "height": 1000.',
      'There is no such permission. There are camera, geolocation, fullscreen.',
    ])
    expect(Object.isFrozen(findings)).toBe(true)
  })

  it('is named where an entry point of it is asked for', () => {
    const manifest = { entryPoints: { a: {} } } as unknown as SimulatedManifest
    expect(() => createSimulatedHost({ manifest, entryPoint: 'a' })).toThrow('the manifest has none with the id “a”')
  })
})

describe('a manifest', () => {
  it.each<[string, SimulatedManifest]>([
    ['nothing at all', {}],
    [
      'all that is read',
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
    ['more than is read', { manifestVersion: '2.5.0', name: { en: 'Lunch' }, oauth2: 7 } as SimulatedManifest],
  ])('without a flaw has no findings: %s', async (_, manifest) => {
    expect((await open(manifest)).pointers).toEqual([])
    expect(warn).not.toHaveBeenCalled()
  })

  it('of any JSON opens a host', () => {
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
