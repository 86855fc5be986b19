import { createHaiiloHost, type RawConfig, type ReadySnapshot } from '@haiilo-kit/core'
import { describe, expectTypeOf, it } from 'vitest'
import { createSimulatedHost } from './create-simulated-host.js'
import { defineHostFixture } from '../fixture/define-host-fixture.js'
import type { SimulatedHostOptions } from './simulated-host.js'

describe('connect', () => {
  it('returns options for createHaiiloHost, to pass or to spread', () => {
    const home = createSimulatedHost()
    const host = createHaiiloHost(home.connect())
    const typed = createHaiiloHost({ ...home.connect('config'), config: (raw) => ({ seats: Number(raw['seats']) }) })
    expectTypeOf(host.ready()).resolves.toEqualTypeOf<ReadySnapshot>()
    expectTypeOf(host.ready()).resolves.toHaveProperty('config').toEqualTypeOf<RawConfig>()
    expectTypeOf(typed.ready()).resolves.toHaveProperty('config').toEqualTypeOf<{ seats: number }>()
  })
})

describe('options', () => {
  it('accept undefined as “not set”', () => {
    const options: SimulatedHostOptions = {
      fault: undefined,
      latency: undefined,
      tenant: undefined,
      keyServer: undefined,
    }
    expectTypeOf(createSimulatedHost).toBeCallableWith(options)
  })

  it('accept a manifest with more properties than the host reads', () => {
    const manifest = {
      manifestVersion: '2.5.0',
      name: { en: 'Lunch' },
      context: ['userName'],
      config: [{ key: 'canteen', type: 'text', label: { en: 'Canteen' }, default: 'north' }],
      entryPoints: [{ id: 'a', url: '/', name: { en: 'Lunch' }, height: '16:9' }],
    }
    const readonly = { context: ['userName'], entryPoints: [{ url: '/', height: 300 }] } as const
    expectTypeOf(createSimulatedHost).toBeCallableWith({ manifest })
    expectTypeOf(createSimulatedHost).toBeCallableWith({ manifest: readonly })
  })

  it('accept only known faults', () => {
    // @ts-expect-error unknown fault
    createSimulatedHost({ fault: 'gremlins' })
  })
})

describe('defineHostFixture', () => {
  it('keeps the literal types of the options', () => {
    const fixture = defineHostFixture({ name: 'Ada', user: { userName: 'Ada' }, config: { seats: 2 } })
    expectTypeOf(fixture.options.user.userName).toEqualTypeOf<'Ada'>()
    expectTypeOf(fixture.options.config.seats).toEqualTypeOf<2>()
    expectTypeOf(fixture.options).not.toHaveProperty('name')
  })

  it('rejects misspelled options', () => {
    // @ts-expect-error misspelled `user`
    defineHostFixture({ name: 'Ada', config: {}, usr: { userName: 'Ada' } })
    // @ts-expect-error the name is missing
    defineHostFixture({ user: { userName: 'Ada' } })
  })
})
