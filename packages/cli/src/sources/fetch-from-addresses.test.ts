import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { fetchFromAddresses } from './fetch-from-addresses.js'

async function serveHostNames(): Promise<number> {
  const server = createServer(({ headers }, response) => response.end(headers.host))
  onTestFinished(() => void server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

it('connects to the given IP address without resolving the host name', async () => {
  const port = await serveHostNames()
  const signal = new AbortController().signal
  const response = await fetchFromAddresses(new URL(`http://rebound.example:${port}/`), {
    addresses: ['127.0.0.1'],
    signal,
  })
  expect(await response.text()).toBe(`rebound.example:${port}`)
})

it('rejects without an IP address', async () => {
  const signal = new AbortController().signal
  await expect(fetchFromAddresses(new URL('http://localhost/'), { addresses: [], signal })).rejects.toMatchObject({
    code: 'ENOTFOUND',
  })
})
