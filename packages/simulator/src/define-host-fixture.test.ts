import { createHaiiloHost } from '@haiilo-kit/core'
import { expect, it } from 'vitest'
import { defineHostFixture } from './define-host-fixture.js'
import type { SimulatedHostOptions } from './simulated-host.js'

const lunch = defineHostFixture({
  name: 'Grace at lunch',
  tenant: { url: 'https://acme.haiilo.test', id: 'acme' },
  user: { userId: 'grace', userName: 'Grace' },
  config: { canteen: 'north', seats: 2 },
})

async function load(overrides?: SimulatedHostOptions): Promise<unknown> {
  const home = lunch.create(overrides)
  const host = createHaiiloHost(home.connect())
  const { issuer, context, config } = await host.ready()
  host.close()
  home.close()
  return { issuer, userName: context.userName, userLanguage: context.userLanguage, config }
}

it('makes the same host every time', async () => {
  const expected = {
    issuer: lunch.options.tenant.url,
    userName: lunch.options.user.userName,
    userLanguage: 'en',
    config: { canteen: 'north', seats: 2 },
  }
  expect(await load()).toEqual(expected)
  expect(await load()).toEqual(expected)
})

it('takes overrides: user and configuration name by name, everything else as a whole', async () => {
  const overrides = { tenant: 'https://other.haiilo.test', user: { userLanguage: 'de' }, config: { canteen: 'south' } }
  expect(await load(overrides)).toEqual({
    issuer: 'https://other.haiilo.test',
    userName: 'Grace',
    userLanguage: 'de',
    config: { canteen: 'south', seats: 2 },
  })
})

it('takes a fault', () => {
  expect(() => lunch.create({ fault: 'gremlins' as 'silent' })).toThrow(TypeError)
})

it('is frozen, and its options are plain data', () => {
  expect(Object.isFrozen(lunch) && Object.isFrozen(lunch.options)).toBe(true)
  expect(JSON.parse(JSON.stringify(lunch.options))).toEqual(lunch.options)
  expect(lunch.name).toBe('Grace at lunch')
})
