import { createTokenFactory } from '@haiilo-kit/test-kit'
import { expect, test } from 'vitest'
import { createHaiiloHost, memoryTransport } from '../index.js'

test('is ready after the host responded with a valid token', async () => {
  const tenant = await createTokenFactory({ issuer: 'https://home.example.com' })
  const link = memoryTransport()
  link.host.listen((data) => {
    const { jti } = data as { jti: string }
    void tenant.sign({ jti, 'cfg.canteen': 'north' }).then((token) => link.host.post(token, 'https://home.example.com'))
  })
  const host = createHaiiloHost({ source: 'source-1', transport: link.plugin, trust: tenant.trust })
  const { context, config, issuer } = await host.ready()
  expect(context.userId).toBe('user-1')
  expect(config).toEqual({ canteen: 'north' })
  expect(issuer).toBe('https://home.example.com')
})
