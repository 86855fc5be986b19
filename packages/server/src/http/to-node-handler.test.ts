import { once } from 'node:events'
import { createServer, request as httpRequest, type RequestListener, type Server } from 'node:http'
import { connect as connectHttp2, createServer as createHttp2Server } from 'node:http2'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createScene } from '../../test/scene.js'
import { toNodeHandler } from './to-node-handler.js'

type Http2Listener = Parameters<typeof createHttp2Server>[1] & object

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
    [
      'a nested field of express.urlencoded({ extended: true })',
      { token: { toString: 'x' } },
      'application/x-www-form-urlencoded',
      'token=%7B%22toString%22%3A%22x%22%7D',
    ],
    ['a text of express.text()', 'token=a', 'application/x-www-form-urlencoded', 'token=a'],
    ['bytes of express.raw()', Buffer.from('token=a'), 'application/x-www-form-urlencoded', 'token=a'],
    ['bytes of express.raw(), for JSON', Buffer.from('{"token":"a"}'), 'application/json', '{"token":"a"}'],
    ['a number of express.json({ strict: false })', 5, 'application/json', '5'],
    ['null of express.json({ strict: false })', null, 'application/json', 'null'],
  ])('uses the body that a middleware has read as %s', async (_, parsed, type, body) => {
    const handle = toNodeHandler(async (request) => new Response(await request.text()))
    const origin = await listen((request, response) => {
      request.resume().on('end', () => handle(Object.assign(request, { body: parsed }), response))
    })
    const response = await fetch(origin, { method: 'POST', headers: { 'content-type': type }, body: 'raw' })
    expect(await response.text()).toBe(body)
  })

  it('refuses to read a body that a middleware has lost, and names the fix', async () => {
    const handle = toNodeHandler(async (request) => {
      if (request.headers.has('x-ignore')) return new Response('ignored')
      return new Response(await request.text().catch((error: unknown) => String(error)))
    })
    const origin = await listen((request, response) => {
      request.resume().on('end', () => handle(request, response))
    })
    const ask = async (init: RequestInit): Promise<string> => (await fetch(origin, { method: 'POST', ...init })).text()
    expect(await ask({ body: 'raw' })).toMatch(/Put toNodeHandler in front of it\. \(ERR_BODY_CONSUMED/)
    expect(await ask({ body: new Blob(['raw']).stream(), duplex: 'half' } as RequestInit)).toMatch(/ERR_BODY_CONSUMED/)
    expect(await ask({ body: 'raw', headers: { 'x-ignore': '1' } })).toBe('ignored')
    expect(await ask({})).toBe('')
  })

  it.each([
    ['the method TRACE', 'TRACE / HTTP/1.1\r\nhost: x'],
    ['a path in the Host header', 'GET / HTTP/1.1\r\nhost: x/admin?'],
    ['a fragment in the Host header', 'GET / HTTP/1.1\r\nhost: x#'],
    ['a backslash in the Host header', 'GET / HTTP/1.1\r\nhost: x\\admin'],
    ['a user name in the Host header', 'GET / HTTP/1.1\r\nhost: user@x'],
    ['a port that is none', 'GET / HTTP/1.1\r\nhost: x:99999'],
    ['a user name in the URL', 'GET http://user@x/ HTTP/1.1\r\nhost: x'],
  ])('refuses %s with a code, without calling the handler', async (_, head) => {
    const next = vi.fn()
    const handler = vi.fn(() => new Response('reached'))
    const handle = toNodeHandler(handler)
    const origin = await listen((request, response) => handle(request, response, next))
    const received = await sendRaw(origin, `${head}\r\nconnection: close\r\n\r\n`)
    expect(received).toMatch(/^HTTP\/1\.1 400 .*\{"error":"ERR_REQUEST_MALFORMED"\}/s)
    expect(handler).not.toHaveBeenCalled()
    expect(next).not.toHaveBeenCalled()
  })

  it.each([
    ['/a/b?c', 'http://x/a/b?c'],
    ['//a/b', 'http://x//a/b'],
    ['http://y/a', 'http://y/a'],
    ['*', 'http://x/*'],
  ])('converts the request target %s', async (target, url) => {
    const origin = await listen(toNodeHandler((request) => new Response(request.url)))
    const received = await sendRaw(origin, `OPTIONS ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)
    expect(received).toContain(`\r\n${url}\r\n`)
  })

  it('passes the whole URL, also behind a router that cuts a prefix of it, like the one of Express', async () => {
    const handle = toNodeHandler((request) => new Response(request.url))
    const origin = await listen((request, response) => {
      handle(Object.assign(request, { originalUrl: String(request.url), url: '/install' }), response)
    })
    expect(await (await fetch(`${origin}/haiilo/install?a=1`)).text()).toBe(`${origin}/haiilo/install?a=1`)
  })

  it('passes both of two headers with the same name', async () => {
    const origin = await listen(toNodeHandler(({ headers }) => new Response(headers.get('authorization'))))
    const head = 'GET / HTTP/1.1\r\nhost: x\r\nauthorization: Bearer a\r\nauthorization: Bearer b\r\n'
    expect(await sendRaw(origin, `${head}connection: close\r\n\r\n`)).toContain('\r\nBearer a, Bearer b\r\n')
  })

  it('passes the error of a handler to `next`, and otherwise reports it and answers 500', async () => {
    const report = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    onTestFinished(() => report.mockRestore())
    const failing = toNodeHandler(() => {
      throw new Error('secret text')
    })
    const withNext = await listen((request, response) =>
      failing(request, response, () => response.writeHead(500).end('passed on')),
    )
    expect(await (await fetch(withNext)).text()).toBe('passed on')
    expect(report).not.toHaveBeenCalled()
    const response = await fetch(await listen(failing))
    expect([response.status, await response.text()]).toEqual([500, '{"error":"ERR_UNEXPECTED"}'])
    expect(report.mock.calls).toEqual([[new Error('secret text')]])
  })

  it('breaks the connection if the body of an answer fails, so that half of it does not look like the whole', async () => {
    const report = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    onTestFinished(() => report.mockRestore())
    const { promise, resolve } = Promise.withResolvers<undefined>()
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('half')),
      async pull() {
        await promise
        throw new Error('the source failed')
      },
    })
    const response = await fetch(await listen(toNodeHandler(() => new Response(body))))
    const reader = response.body?.getReader()
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('half')
    resolve(undefined)
    await expect(reader?.read()).rejects.toThrow(TypeError)
  })

  it('ends the stream of an answer if the client leaves while it has nothing to send', async () => {
    const cancel = vi.fn()
    const events = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('first')),
      cancel,
    })
    const stop = new AbortController()
    const origin = await listen(toNodeHandler(() => new Response(events)))
    const { body } = await fetch(origin, { signal: stop.signal })
    await body?.getReader().read()
    stop.abort()
    await expect.poll(() => cancel.mock.calls.length).toBe(1)
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

  it('finishes an event whose sender leaves, and survives a sender that leaves in the middle of the body', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>()
    const install = vi.fn(() => promise)
    const { backend, tenant, store, log } = await createScene({ on: { install } })
    const origin = await listen(toNodeHandler(backend))
    const token = `token=${await tenant.signEvent('install')}`
    for (const size of [token.length + 1, token.length]) {
      const socket = connect(Number(new URL(origin).port), '127.0.0.1')
      socket.write(`${head}content-length: ${size}\r\n\r\n${token}`)
      if (size === token.length) await expect.poll(() => install.mock.calls.length).toBe(1)
      else await once(socket, 'connect')
      socket.destroy()
    }
    await expect.poll(() => log.map(({ code }) => code)).toContain('ERR_BODY_MALFORMED')
    resolve(undefined)
    await expect.poll(() => store.installationsOf('tenant-1')).toHaveLength(1)
    expect((await fetch(`${origin}/healthz`)).status).toBe(200)
  })

  it('keeps a second request on the connection apart from a body with a false length', async () => {
    const { backend } = await createScene({ bodyTimeout: 50 })
    const origin = await listen(toNodeHandler(backend))
    const second = 'GET /healthz HTTP/1.1\r\nhost: lunch\r\nconnection: close\r\n\r\n'
    // longer than the body: the second request is a part of it
    const tooLong = await sendRaw(origin, `${head}content-length: 1000\r\n\r\ntoken=a${second}`)
    expect(tooLong.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 408'])
    // both a length and chunks: two servers could disagree on the end
    const both = await sendRaw(
      origin,
      `${head}content-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${second}`,
    )
    expect(both.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 400'])
  })

  it('works with HTTP/2', async () => {
    const { backend, tenant } = await createScene()
    const server = createHttp2Server(toNodeHandler(backend) as unknown as Http2Listener).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const client = connectHttp2(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    onTestFinished(() => {
      client.destroy()
      server.close()
    })
    const ask = async (body: string): Promise<unknown> => {
      const type = 'application/x-www-form-urlencoded'
      const stream = client.request({ ':method': 'POST', ':path': '/haiilo/install', 'content-type': type })
      stream.end(body)
      const [headers] = (await once(stream, 'response')) as [Record<string, unknown>]
      return headers[':status']
    }
    expect(await ask(`token=${await tenant.signEvent('install')}`)).toBe(201)
    expect(await ask(`token=${'a'.repeat(70_000)}`)).toBe(413)
  })
})
