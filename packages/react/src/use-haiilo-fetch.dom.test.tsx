import type { HaiiloHost } from '@haiilo-kit/core'
import { renderHook } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { loadLunch } from '@haiilo-kit/test-kit'
import '../test/set-up-testing-library.js'
import { HaiiloHostProvider } from './haiilo-host-provider.js'
import { useHaiiloFetch } from './use-haiilo-fetch.js'

function renderFetch(host: HaiiloHost) {
  return renderHook(() => useHaiiloFetch(), {
    wrapper: ({ children }) => <HaiiloHostProvider host={host}>{children}</HaiiloHostProvider>,
  })
}

test('returns the same function for the lifetime of the host', () => {
  const { result, rerender } = renderFetch(loadLunch().host)
  const first = result.current
  rerender()
  expect(result.current).toBe(first)
})

test('sends a token to the back end, and rejects other origins', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({ dish: 'soup' }))
  const { host } = loadLunch({}, { fetch, backends: ['https://lunch.example.com'] })
  const fetchMenu = renderFetch(host).result.current
  const response = await fetchMenu('https://lunch.example.com/menu')
  expect(await response.json()).toEqual({ dish: 'soup' })
  const [request] = fetch.mock.calls[0]!
  expect((request as Request).headers.get('authorization')).toBe(`Bearer ${await host.getToken()}`)
  await expect(fetchMenu('https://elsewhere.example.com/')).rejects.toMatchObject({ code: 'ERR_BACKEND_NOT_LISTED' })
})
