import { once } from 'node:events'
import { createServer, request as httpRequest, type RequestListener, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createScene } from '../../test/scene.js'
import { toNodeHandler } from './to-node-handler.js'

const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections()
})

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Sends text over a connection and returns everything that comes back. */
async function sendRaw(origin: string, ...parts: string[]): Promise<string> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  let received = ''
  socket.setEncoding('utf8').on('data', (text: string) => (received += text))
  socket.on('error', () => undefined)
  for (const part of parts) socket.write(part)
  await once(socket, 'close')
  return received
}

describe('toNodeHandler', () => {
  it('passes method, URL, headers and body, and returns status, headers and a stream', async () => {
    const origin = await listen(
      toNodeHandler(async (request) => {
        const headers = new Headers({ 'x-method': request.method, 'x-url': request.url })
        headers.append('set-cookie', 'a=1')
        headers.append('set-cookie', 'b=2')
        const body = new Blob([request.headers.get('x-one') ?? '', await request.text()])
        return new Response(body.stream(), { status: 207, headers })
      }),
    )
    const response = await fetch(`${origin}/a/b?c=d`, {
      method: 'PUT',
      headers: { 'x-one': '1' },
      body: 'x'.repeat(1_000_000),
    })
    expect(response.status).toBe(207)
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect([response.headers.get('x-method'), response.headers.get('x-url')]).toEqual(['PUT', `${origin}/a/b?c=d`])
    expect((await response.text()).length).toBe(1_000_001)
  })

  it('aborts the signal of the request if the client leaves', async () => {
    const { promise, resolve } = Promise.withResolvers<AbortSignal>()
    const origin = await listen(
      toNodeHandler((request) => {
        resolve(request.signal)
        return new Promise(() => undefined)
      }),
    )
    const client = httpRequest(origin).on('error', () => undefined)
    client.end()
    const signal = await promise
    client.destroy()
    await expect.poll(() => signal.aborted).toBe(true)
  })

  it.each([
    ['an object of express.json()', { token: 'a.b.c' }, 'application/json', '{"token":"a.b.c"}'],
    [
      'an object of express.urlencoded()',
      { token: ['a', 'b'] },
      'application/x-www-form-urlencoded',
      'token=a&token=b',
    ],
    ['a text of express.text()', 'token=a', 'application/x-www-form-urlencoded', 'token=a'],
    ['nothing', undefined, 'application/json', ''],
  ])('uses the body that a middleware has read as %s', async (_, parsed, type, body) => {
    const handle = toNodeHandler(async (request) => new Response(await request.text()))
    const origin = await listen((request, response) => {
      request.resume().on('end', () => handle(Object.assign(request, { body: parsed }), response))
    })
    const response = await fetch(origin, { method: 'POST', headers: { 'content-type': type }, body: 'raw' })
    expect(await response.text()).toBe(body)
  })

  it('answers 400 to a request that cannot be converted, and passes the error of a handler on', async () => {
    const origin = await listen(toNodeHandler(() => new Response('')))
    expect(await sendRaw(origin, 'TRACE / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 /,
    )
    const failing = toNodeHandler(() => {
      throw new Error('failed')
    })
    const other = await listen((request, response) =>
      failing(request, response, () => response.writeHead(500).end('passed on')),
    )
    expect(await (await fetch(other)).text()).toBe('passed on')
  })
})

describe('a back end on node:http', () => {
  const head = 'POST /haiilo/install HTTP/1.1\r\nhost: lunch\r\ncontent-type: application/x-www-form-urlencoded\r\n'

  it('answers 408 to a body that is too slow, and closes the connection', async () => {
    const { backend } = await createScene({ bodyTimeout: 50 })
    const received = await sendRaw(await listen(toNodeHandler(backend)), `${head}content-length: 1000\r\n\r\ntoken=`)
    expect(received).toMatch(/^HTTP\/1\.1 408 .*connection: close.*ERR_BODY_TIMEOUT"\}/is)
  })

  it('answers 413 to a body that is too large, without reading it, and closes the connection', async () => {
    const { backend } = await createScene()
    const origin = await listen(toNodeHandler(backend))
    const declared = await sendRaw(origin, `${head}content-length: 1000000000\r\n\r\n`)
    expect(declared).toMatch(/^HTTP\/1\.1 413 .*connection: close.*ERR_BODY_TOO_LARGE"\}/is)
    const size = 70_000
    const chunked = await sendRaw(
      origin,
      `${head}transfer-encoding: chunked\r\n\r\n${size.toString(16)}\r\n${'a'.repeat(size)}`,
    )
    expect(chunked).toMatch(/^HTTP\/1\.1 413 .*ERR_BODY_TOO_LARGE"\}/is)
  })

  it('accepts an event, and then another one on the same connection', async () => {
    const { backend, tenant } = await createScene()
    const origin = await listen(toNodeHandler(backend))
    for (const event of ['install', 'uninstall'] as const) {
      const body = new URLSearchParams({ token: await tenant.signEvent(event) })
      const response = await fetch(`${origin}/haiilo/${event}`, { method: 'POST', body })
      expect([response.status, await response.json()]).toEqual([201, {}])
    }
  })
})
