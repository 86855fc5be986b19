import { createTokenFactory, scriptHost } from '@haiilo-kit/test-kit'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createHaiiloHost, type HaiiloHostOptions } from '../index.js'

const clock = (): number => 1_700_000_000_000
const tenant = await createTokenFactory({ clock })

describe('an invalid option throws a TypeError that names the option', () => {
  const wrong: [option: keyof HaiiloHostOptions, values: unknown[]][] = [
    ['view', ['', 'settings', 'Config', 1]],
    ['timeout', [-1, Number.NaN, Infinity, 2 ** 31]],
    ['clockTolerance', [-1, Number.NaN, Infinity, 'thirty']],
    ['algorithms', [[], ['none'], ['HS512'], ['PS512'], ['RS512', 'none'], ['rs512']]],
    [
      'embedders',
      [
        ['null'],
        ['*'],
        [''],
        ['https://*.example.com'],
        ['home.example.com'],
        ['https://home.example.com/path'],
        ['https://user@home.example.com'],
        ['capacitor://localhost'],
        ['file:///'],
        ['data:text/html,'],
      ],
    ],
    ['backends', [['*'], ['api.example.com'], ['https://api.example.com/v1'], ['null']]],
    ['trust', [{ issuer: tenant.issuer }, [{ issuer: 'https://*' }], [{ issuer: 'home.example.com' }]]],
  ]

  it.each(wrong.flatMap(([option, values]) => values.map((value) => ({ option, value }))))(
    '$option: $value',
    ({ option, value }) => {
      expect(() => createHaiiloHost({ ...scriptHost({ tenant }).options, [option]: value })).toThrow(TypeError)
      expect(() => createHaiiloHost({ ...scriptHost({ tenant }).options, [option]: value })).toThrow(option)
    },
  )
})

it('options are read once: later changes have no effect', async () => {
  const home = scriptHost({ tenant, clock, origin: 'https://wrapper.example.com' })
  const embedders: string[] = []
  const trust = [...tenant.trust]
  const options = { ...home.options, embedders, trust }
  const host = createHaiiloHost(options)
  onTestFinished(host.close)
  embedders.push('https://wrapper.example.com')
  options.source = 'another'
  await expect(host.ready()).rejects.toHaveProperty('code', 'ERR_TOKEN_ORIGIN')
  expect((await home.next('init')).source).toBe('source-1')
})

it('`view`, `backends` and `fetch` are properties of the host', () => {
  const fetcher = (): Promise<Response> => Promise.reject(new Error('not called'))
  const host = createHaiiloHost({
    ...scriptHost({ tenant }).options,
    view: 'config',
    backends: ['https://api.example.com/'],
    fetch: fetcher,
  })
  expect(host.view).toBe('config')
  expect(host.backends).toEqual(['https://api.example.com'])
  expect(host.fetch).toBe(fetcher)
})
