import { createHaiiloHost, onSave } from '@haiilo-kit/core'
import { describe, expect, it } from 'vitest'
import { createSimulatedHost } from './create-simulated-host.js'
import type { SimulatedHostOptions } from './simulated-host.js'

const manifest = {
  config: [{ key: 'background', default: 'white' }],
  entryPoints: [{ configUrl: '/config.html', config: [{ key: 'canteen', default: 'north' }] }],
}

/** Saves an answer and returns the configuration of the next load. */
async function savedConfig(options: SimulatedHostOptions, answer: Record<string, string>): Promise<unknown> {
  const home = createSimulatedHost(options)
  const settings = createHaiiloHost(home.connect('config'))
  onSave(settings, () => answer)
  await settings.ready()
  expect(await home.save()).toEqual(answer)
  const { config } = await createHaiiloHost(home.connect()).ready()
  home.close()
  return { ...config }
}

describe('the configuration of an instance', () => {
  it.each<[string, SimulatedHostOptions, Record<string, string>]>([
    ['a default', {}, { background: 'white', canteen: 'south' }],
    ['a value of `config`', { config: { background: 'blue' } }, { background: 'blue', canteen: 'south' }],
    ['a value of `globalConfig`', { globalConfig: { background: 'red' } }, { background: 'red', canteen: 'south' }],
    ['a value without a field', { globalConfig: { logo: 'x' } }, { background: 'white', logo: 'x', canteen: 'south' }],
  ])('keeps %s of the global configuration after a save', async (_, options, expected) => {
    expect(await savedConfig({ manifest, ...options }, { canteen: 'south' })).toEqual(expected)
  })

  it('overrides the global configuration', async () => {
    expect(await savedConfig({ manifest, globalConfig: { canteen: 'east' } }, { canteen: 'south' })).toEqual({
      background: 'white',
      canteen: 'south',
    })
  })

  it('is replaced completely by a save', async () => {
    expect(await savedConfig({ manifest, config: { old: 'yes' } }, { canteen: 'south' })).toEqual({
      background: 'white',
      canteen: 'south',
    })
  })
})
