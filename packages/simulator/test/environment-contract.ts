import { createHaiiloHost } from '@haiilo-kit/core'
import { verifyToken } from '@haiilo-kit/core/token'
import { describe, expect, it } from 'vitest'
import { createSimulatedHost } from '../src/host/create-simulated-host.js'

/** Tests that the simulated host works in an environment: happy-dom, jsdom or a browser. */
export function runEnvironmentContract({ issuer }: { readonly issuer: string }): void {
  describe('the simulated host', () => {
    it('answers a handshake with a real signature, and a request', async () => {
      const home = createSimulatedHost({
        user: { userName: 'Ünal 🍜' },
        config: { canteen: 'north' },
        subjects: { ping: () => ({ pong: true }) },
      })
      const host = createHaiiloHost(home.connect())
      const { context, config, token } = await host.ready()
      expect([home.issuer, context.userName, config]).toEqual([issuer, 'Ünal 🍜', { canteen: 'north' }])
      expect((await host.request('ping', {})).claims['pong']).toBe(true)
      expect((await verifyToken(token, { trust: home.trust, development: true })).context.userName).toBe('Ünal 🍜')
      host.close()
      home.close()
    })

    it.each([
      ['unsigned', 'ERR_TOKEN_ALGORITHM'],
      ['tampered', 'ERR_TOKEN_SIGNATURE'],
      ['wrong-key', 'ERR_TOKEN_SIGNATURE'],
    ] as const)('makes the handshake fail under %s with %s', async (fault, code) => {
      const home = createSimulatedHost({ fault })
      const host = createHaiiloHost(home.connect())
      await expect(host.ready()).rejects.toMatchObject({ code })
      host.close()
      home.close()
    })

    it('completes the handshake under junk-flood', async () => {
      const home = createSimulatedHost({ fault: 'junk-flood' })
      const host = createHaiiloHost(home.connect())
      expect((await host.ready()).context.userName).toBe('Ada')
      host.close()
      home.close()
    })
  })
}
