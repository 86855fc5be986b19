import { loadLunch } from '@haiilo-kit/test-kit'
import { expect, test, vi } from 'vitest'
import { createApp } from 'vue'
import { HaiiloHostPlugin } from './haiilo-host-plugin.js'
import { useHaiiloFetch } from './use-haiilo-fetch.js'

test('sends a token to the back end, and rejects other origins', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({ dish: 'soup' }))
  const { host } = loadLunch({}, { fetch, backends: ['https://lunch.example.com'] })
  const app = createApp({ render: () => null }).use(HaiiloHostPlugin, host)
  const fetchMenu = app.runWithContext(useHaiiloFetch)
  const response = await fetchMenu('https://lunch.example.com/menu')
  expect(await response.json()).toEqual({ dish: 'soup' })
  const [request] = fetch.mock.calls[0]!
  expect((request as Request).headers.get('authorization')).toBe(`Bearer ${await host.getToken()}`)
  await expect(fetchMenu('https://elsewhere.example.com/')).rejects.toMatchObject({ code: 'ERR_BACKEND_NOT_LISTED' })
})
