import { renderHook } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { loadLunch } from '@haiilo-kit/test-kit'
import '../test/set-up-testing-library.js'
import { HaiiloHostProvider } from './haiilo-host-provider.js'
import { useHaiiloFetch } from './use-haiilo-fetch.js'

test('returns the same function for the lifetime of the host, which sends a token to the back end', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({ dish: 'soup' }))
  const { host } = loadLunch({}, { fetch, backends: ['https://lunch.example.com'] })
  const { result, rerender } = renderHook(() => useHaiiloFetch(), {
    wrapper: ({ children }) => <HaiiloHostProvider host={host}>{children}</HaiiloHostProvider>,
  })
  const first = result.current
  rerender()
  expect(result.current).toBe(first)
  const response = await first('https://lunch.example.com/menu')
  expect(await response.json()).toEqual({ dish: 'soup' })
  const [request] = fetch.mock.calls[0]!
  expect((request as Request).headers.get('authorization')).toBe(`Bearer ${await host.getToken()}`)
  await expect(first('https://elsewhere.example.com/')).rejects.toMatchObject({ code: 'ERR_BACKEND_NOT_LISTED' })
})
