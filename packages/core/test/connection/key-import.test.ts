import { createTokenFactory, scriptHost } from '@haiilo-kit/test-kit'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createHaiiloHost, type HaiiloHost } from '../../src/index.js'

const tenant = await createTokenFactory()

afterEach(() => {
  vi.restoreAllMocks()
})

/** Opens a host in a page that knows the origin of its parent. Records the order of what happens. */
function open(): { readonly host: HaiiloHost; readonly order: string[] } {
  const order: string[] = []
  const importKey = crypto.subtle.importKey.bind(crypto.subtle) as (...args: unknown[]) => Promise<CryptoKey>
  vi.spyOn(crypto.subtle, 'importKey').mockImplementation((...args: unknown[]) => {
    order.push('import')
    return importKey(...args)
  })
  const { options } = scriptHost({ tenant, answer: () => undefined })
  const transport = {
    ...options.transport,
    hint: tenant.issuer,
    post: () => void order.push('init'),
  }
  const host = createHaiiloHost({ ...options, transport })
  setTimeout(() => order.push('next task'))
  host.ready().catch(() => undefined)
  return { host, order }
}

describe('the keys of the hinted tenant', () => {
  it('are imported while the host answers, in a task after the one that sends `init`', async () => {
    const { host, order } = open()
    await vi.waitFor(() => expect(order).toEqual(['init', 'next task', 'import']))
    host.close()
  })

  it('are not imported if the host is closed before', async () => {
    const { host, order } = open()
    host.close()
    await new Promise((resolve) => setTimeout(resolve))
    expect(order).toEqual(['init', 'next task'])
  })
})
