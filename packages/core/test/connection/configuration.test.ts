import { createTokenFactory, scriptHost } from '@haiilo-kit/test-kit'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createHaiiloHost, HaiiloError, type HaiiloHost, type RawConfig } from '../../src/index.js'

const clock = (): number => 1_700_000_000_000
const tenant = await createTokenFactory({ clock })

/** A host that sends the nth configuration in the nth handshake, and then repeats the last one. */
function connect<Config>(config: (raw: RawConfig) => Config, ...brought: object[]): HaiiloHost<Config> {
  const home = scriptHost({
    tenant,
    clock,
    answer: ({ nonce }, turn) => tenant.sign({ jti: nonce, ...(brought[turn - 1] ?? brought.at(-1)) }),
  })
  const host = createHaiiloHost({ ...home.options, config })
  onTestFinished(host.close)
  return host
}

it('has the keys after the first dot of each claim', async () => {
  const host = connect((raw) => raw, {
    'cfg.a': 1,
    'cfg.a.b': true,
    'cfg.': 'empty',
    cfg: 'none',
    'cfgx.a': 'none',
    'ctx.a': 2,
  })
  const { config, context } = await host.ready()
  expect({ ...config }).toEqual({ a: 1, 'a.b': true, '': 'empty' })
  expect(context['a']).toBe(2)
})

it('is an empty object if the host sent none', async () => {
  expect({ ...(await connect((raw) => raw, {}).ready()).config }).toEqual({})
})

it('is the result of the option `config`', async () => {
  const host = connect((raw) => ({ canteen: String(raw['canteen']).toUpperCase() }), { 'cfg.canteen': 'north' })
  expect((await host.ready()).config).toEqual({ canteen: 'NORTH' })
})

it('is also available as `rawConfig`, the same object until the host sends another one', async () => {
  const host = connect(
    () => ({ canteen: 'read' }),
    { 'cfg.canteen': 'north', 'cfg.a.b': { c: 1 } },
    { 'cfg.canteen': 'south' },
  )
  const { config, rawConfig } = await host.ready()
  expect([config, { ...rawConfig }]).toEqual([{ canteen: 'read' }, { canteen: 'north', 'a.b': { c: 1 } }])
  expect(Object.isFrozen(rawConfig)).toBe(true)
  await host.getToken({ fresh: true })
  expect({ ...host.getSnapshot().rawConfig }).toEqual({ canteen: 'south' })
  const { rawConfig: after } = host.getSnapshot()
  await host.getToken({ fresh: true })
  expect(host.getSnapshot().rawConfig).toBe(after)
  host.close()
  expect(host.getSnapshot().rawConfig).toBe(undefined)
})

it('fails the connection if the option throws, with that error as the cause', async () => {
  const cause = new Error('canteen is missing')
  const host = connect(
    () => {
      throw cause
    },
    { 'cfg.canteen': 'north' },
  )
  const error: unknown = await host.ready().catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(HaiiloError)
  expect(error).toMatchObject({ code: 'ERR_CONFIG_INVALID', cause })
  expect(host.getSnapshot().error).toBe(error)
  expect((error as Error).message).not.toContain('north')
})

it('is parsed again only if the host sent another one', async () => {
  const parse = vi.fn((raw: RawConfig) => ({ canteen: raw['canteen'] }))
  const host = connect(parse, { 'cfg.canteen': 'north' }, { 'cfg.canteen': 'north' }, { 'cfg.canteen': 'south' })
  const { config } = await host.ready()
  await host.getToken({ fresh: true })
  expect(host.getSnapshot().config).toBe(config)
  expect(parse).toHaveBeenCalledTimes(1)
  await host.getToken({ fresh: true })
  expect(host.getSnapshot().config).toEqual({ canteen: 'south' })
  expect(parse).toHaveBeenCalledTimes(2)
})

it('fails the connection if the option throws at a refresh, and retry() connects again', async () => {
  const host = connect(
    ({ canteen }) => {
      if (canteen === 'closed') throw new Error('no such canteen')
      return canteen
    },
    { 'cfg.canteen': 'north' },
    { 'cfg.canteen': 'closed' },
    { 'cfg.canteen': 'south' },
  )
  await host.ready()
  await expect(host.getToken({ fresh: true })).rejects.toHaveProperty('code', 'ERR_CONFIG_INVALID')
  expect(host.getSnapshot()).toMatchObject({ status: 'failed', error: { code: 'ERR_CONFIG_INVALID' } })
  host.retry()
  expect((await host.ready()).config).toBe('south')
})
