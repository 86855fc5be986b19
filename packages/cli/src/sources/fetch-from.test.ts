import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { fetchFrom } from './fetch-from.js'

async function serveHostNames(): Promise<number> {
  const server = createServer(({ headers }, response) => response.end(headers.host))
  onTestFinished(() => void server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

it('connects to the given address, whatever the name of the host leads to', async () => {
  const port = await serveHostNames()
  const signal = new AbortController().signal
  const response = await fetchFrom(new URL(`http://rebound.example:${port}/`), { addresses: ['127.0.0.1'], signal })
  expect(await response.text()).toBe(`rebound.example:${port}`)
})

it('connects to nothing without an address', async () => {
  const signal = new AbortController().signal
  await expect(fetchFrom(new URL('http://localhost/'), { addresses: [], signal })).rejects.toMatchObject({
    code: 'ENOTFOUND',
  })
})
