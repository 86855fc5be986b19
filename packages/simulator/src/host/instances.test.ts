import { createHaiiloHost, onSave } from '@haiilo-kit/core'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createSimulatedHost } from './create-simulated-host.js'
import type { SimulatedConnection, SimulatedHost, SimulatedHostOptions } from './simulated-host.js'

const manifest = {
  config: [{ key: 'background', default: 'white' }],
  entryPoints: [
    { id: 'a', config: [{ key: 'canteen', default: 'north' }] },
    { id: 'b', config: [{ key: 'dishes', default: 3 }] },
  ],
}

function simulate(options: SimulatedHostOptions = { manifest }): SimulatedHost {
  const home = createSimulatedHost(options)
  onTestFinished(home.close)
  return home
}

async function configOf(connection: SimulatedConnection): Promise<unknown> {
  const host = createHaiiloHost(connection)
  onTestFinished(host.close)
  return { ...(await host.ready()).config }
}

/** Opens a configuration view that answers every save with the same object. Waits for its handshake. */
async function openSettings(connection: SimulatedConnection, answer: Record<string, string>): Promise<void> {
  const host = createHaiiloHost(connection)
  onTestFinished(host.close)
  onSave(host, () => answer)
  await host.ready()
}

describe('two instances of one host', () => {
  it('have separate heights', async () => {
    const home = simulate()
    const [first, second] = [home.connect(), home.connect()]
    for (const [connection, height] of [[first, 100] as const, [second, 200] as const]) {
      const host = createHaiiloHost(connection)
      onTestFinished(host.close)
      await host.ready()
      host.setHeight(height)
    }
    await vi.waitFor(() => expect([first.height, second.height, home.height]).toEqual([100, 200, 200]))
  })

  it('have the entry point with which they were opened, by default that of the host', async () => {
    const home = simulate({ manifest, entryPoint: 'b' })
    expect(await configOf(home.connect('plugin', { entryPoint: 'a' }))).toEqual({
      background: 'white',
      canteen: 'north',
    })
    expect(await configOf(home.connect())).toEqual({ background: 'white', dishes: 3 })
  })

  it('start with a configuration that overrides that of the host', async () => {
    const home = simulate({ manifest, config: { canteen: 'south', seats: 1 } })
    expect(await configOf(home.connect('plugin', { config: { seats: 2 } }))).toEqual({
      background: 'white',
      canteen: 'south',
      seats: 2,
    })
    expect(await configOf(home.connect())).toMatchObject({ canteen: 'south', seats: 1 })
  })

  it('are saved separately, and only the saved one is reloaded', async () => {
    const home = simulate()
    const [first, second] = [home.connect(), home.connect()]
    const reloaded = vi.fn()
    home.onReload(reloaded)
    await openSettings(home.connect('config', { source: first.source }), { canteen: 'south' })
    await openSettings(home.connect('config', { source: second.source }), { canteen: 'west' })

    expect(await home.save({ source: first.source })).toEqual({ canteen: 'south' })
    expect(reloaded.mock.calls).toEqual([[first.source]])
    expect(await configOf(home.connect('plugin', { source: first.source }))).toMatchObject({ canteen: 'south' })
    expect(await configOf(home.connect('plugin', { source: second.source }))).toMatchObject({ canteen: 'north' })
    expect(await configOf(home.connect())).toMatchObject({ canteen: 'north' })
  })

  it('get a new configuration separately or together', async () => {
    const home = simulate()
    const [first, second] = [home.connect(), home.connect()]
    const reloaded = vi.fn()
    const configs = async (): Promise<unknown> => [
      await configOf(home.connect('plugin', { source: first.source })),
      await configOf(home.connect('plugin', { source: second.source })),
      await configOf(home.connect()),
    ]
    home.onReload(reloaded)
    home.setConfig({ canteen: 'south' }, { source: first.source })
    expect(await configs()).toMatchObject([{ canteen: 'south' }, { canteen: 'north' }, { canteen: 'north' }])
    home.setConfig({ canteen: 'west', background: 'red' })
    expect(await configs()).toEqual(Array.from({ length: 3 }, () => ({ canteen: 'west', background: 'red' })))
    expect(reloaded.mock.calls).toEqual([[first.source], [undefined]])
  })

  it('share the global configuration', async () => {
    const home = simulate({ manifest, globalConfig: { background: 'red' } })
    const first = home.connect()
    await openSettings(home.connect('config', { source: first.source }), { canteen: 'south' })
    await home.save()
    expect(await configOf(home.connect('plugin', { source: first.source }))).toEqual({
      background: 'red',
      canteen: 'south',
    })
    expect(await configOf(home.connect())).toEqual({ background: 'red', canteen: 'north' })
  })
})

describe('a page without `source`', () => {
  it('creates an instance if it is a plug-in view', () => {
    const home = simulate()
    expect(home.connect().source).not.toBe(home.connect().source)
  })

  it('joins the newest instance if it is a configuration view', () => {
    const home = simulate()
    home.connect()
    const { source } = home.connect()
    expect([home.connect('config').source, home.connect('config').source]).toEqual([source, source])
  })

  it('joins the newest instance if that has no plug-in view yet', () => {
    const home = simulate()
    const { source } = home.connect('config')
    expect(home.connect().source).toBe(source)
    expect(home.connect().source).not.toBe(source)
  })

  it('creates an instance if it has another entry point or a configuration', () => {
    const home = simulate()
    const { source } = home.connect('plugin', { entryPoint: 'a' })
    expect(home.connect('config', { entryPoint: 'a' }).source).toBe(source)
    expect(home.connect('config', { entryPoint: 'b' }).source).not.toBe(source)
    expect(home.connect('config', { config: {} }).source).not.toBe(source)
  })
})

describe('options that contradict the host', () => {
  it.each<[string, (home: SimulatedHost) => unknown, string]>([
    ['an entry point that does not exist', (home) => home.connect('plugin', { entryPoint: 'c' }), 'the id “c”'],
    [
      'another entry point for an existing instance',
      (home) => home.connect('config', { source: 'known', entryPoint: 'b' }),
      'has another entry point',
    ],
    [
      'an initial configuration for an instance that has one',
      (home) => home.connect('config', { source: 'known', config: {} }),
      'setConfig',
    ],
    [
      'a configuration for an instance that does not exist',
      (home) => home.setConfig({}, { source: 'stranger' }),
      'no instance “stranger”',
    ],
  ])('throw a TypeError: %s', (_, act, message) => {
    const home = simulate()
    home.connect('plugin', { source: 'known' })
    expect(() => act(home)).toThrow(TypeError)
    expect(() => act(home)).toThrow(message)
  })

  it('reject a save in an instance that does not exist', async () => {
    const home = simulate()
    await openSettings(home.connect('config'), {})
    await expect(home.save({ source: 'stranger' })).rejects.toThrow(TypeError)
  })
})
