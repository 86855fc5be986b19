import { createServer } from 'vite'
import { describe, expect, it } from 'vitest'
import { haiiloSimulator } from './haiilo-simulator.js'

describe('virtual:haiilo-simulator', () => {
  it('contains no token, and no key server outside of a page', async () => {
    const vite = await createServer({
      configFile: false,
      root: import.meta.dirname,
      logLevel: 'silent',
      clearScreen: false,
      plugins: [haiiloSimulator()],
      server: { middlewareMode: true, ws: false, watch: null },
    })
    const client = await vite.environments.client.transformRequest('virtual:haiilo-simulator')
    const module = await vite.ssrLoadModule('virtual:haiilo-simulator')
    await vite.close()
    expect(client?.code).toContain('/__haiilo-simulator/key-server.js')
    expect(client?.code).not.toContain('token')
    expect(module['keyServer']).toBeUndefined()
  })
})
