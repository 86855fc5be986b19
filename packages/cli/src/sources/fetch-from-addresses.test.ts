import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fetchFromAddresses } from './fetch-from-addresses.js'

/** Starts a server on this machine and returns its port. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => unknown): Promise<number> {
  const server = createServer((request, response) => void answer(request, response))
  onTestFinished(() => void server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

it('connects to the given IP address without resolving the host name', async () => {
  const port = await serve(({ headers }, response) => response.end(headers.host))
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

describe('a body that is not read', () => {
  it.each([
    ['plain', Buffer.alloc(200_000), {}],
    ['compressed', gzipSync(randomBytes(200_000)), { 'content-encoding': 'gzip' }],
    ['short', Buffer.from('moved'), {}],
  ])('closes the connection without an error: %s', async (_, body, headers) => {
    const closed = Promise.withResolvers<undefined>()
    const port = await serve((_, response) => {
      response.on('close', () => closed.resolve(undefined))
      response.writeHead(302, headers).end(body)
    })
    const response = await fetchFromAddresses(new URL(`http://127.0.0.1:${port}/`), {
      addresses: ['127.0.0.1'],
      signal: new AbortController().signal,
      onTransfer: () => undefined,
    })
    await response.body?.cancel()
    await closed.promise
    // an error of the stream would come later
    await setImmediate()
  })
})

it('returns all headers, counts the bytes that arrive, and returns the decompressed body', async () => {
  const body = gzipSync('lunch'.repeat(1000))
  const port = await serve((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip', 'set-cookie': ['a=1', 'b=2'] }).end(body)
  })
  let transferred = 0
  const response = await fetchFromAddresses(new URL(`http://127.0.0.1:${port}/`), {
    addresses: ['127.0.0.1'],
    signal: new AbortController().signal,
    onTransfer: (bytes) => (transferred += bytes),
  })
  expect(await response.text()).toBe('lunch'.repeat(1000))
  expect([response.headers.getSetCookie(), transferred]).toEqual([['a=1', 'b=2'], body.length])
})

it('sends headers, and a body with POST', async () => {
  const port = await serve(async (request, response) => {
    response.end(`${request.method} ${request.headers['accept']} ${await text(request)}`)
  })
  const response = await fetchFromAddresses(new URL(`http://127.0.0.1:${port}/`), {
    addresses: ['127.0.0.1'],
    signal: new AbortController().signal,
    headers: { accept: 'text/html' },
    body: 'token=a',
  })
  expect(await response.text()).toBe('POST text/html token=a')
})
