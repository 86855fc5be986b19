import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { gzipSync } from 'node:zlib'
import { createTokenFactory } from '@haiilo-kit/test-kit'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { codeOf } from '../../test/code-of.js'
import { answerJson, startKeyServer } from '../../test/key-server.js'
import { NOW } from '../../test/test-clock.js'
import { haiiloTrust, verifyToken } from './index.js'

const clock = (): number => NOW
const { jwk, sign } = await createTokenFactory({ issuer: 'http://localhost:4000', clock })

/** Verifies a token whose key document has this URL, with the real `fetch`. */
async function verify(jku: string, fetcher?: typeof fetch): Promise<string> {
  const options = { trust: haiiloTrust(), clock, development: true, ...(fetcher && { fetch: fetcher }) }
  return codeOf(verifyToken(await sign({}, { jku }), options))
}

describe('a key server', () => {
  it('gets no cookies, referrer and origin', async () => {
    const { origin, requests } = await startKeyServer(answerJson({ alg: {}, key: jwk }))
    expect(await verify(`${origin}/key.json`)).toBe('verified')
    expect(requests).toHaveLength(1)
    expect(requests[0]?.method).toBe('GET')
    expect(requests[0]?.headers).not.toHaveProperty('cookie')
    expect(requests[0]?.headers).not.toHaveProperty('referer')
    expect(requests[0]?.headers).not.toHaveProperty('authorization')
  })

  it.each([301, 302, 303, 307, 308])('cannot redirect to another server: %i', async (status) => {
    const target = await startKeyServer(answerJson({ alg: {}, key: jwk }))
    const { origin } = await startKeyServer((_request, response) => {
      response.writeHead(status, { location: `${target.origin}/key.json` }).end()
    })
    expect(await verify(`${origin}/key.json`)).toBe('ERR_KEYS_UNAVAILABLE')
    expect(target.requests).toEqual([])
  })

  it('cannot redirect to another document of its own', async () => {
    const { origin, requests } = await startKeyServer((request, response) => {
      if (request.url === '/moved.json') answerJson({ alg: {}, key: jwk })(request, response)
      else response.writeHead(302, { location: '/moved.json' }).end()
    })
    expect(await verify(`${origin}/key.json`)).toBe('ERR_KEYS_UNAVAILABLE')
    expect(requests).toHaveLength(1)
  })

  it('can respond in many chunks', async () => {
    const { origin } = await startKeyServer((_request, response) => {
      void (async () => {
        for (const piece of JSON.stringify({ ü: 'ä', key: jwk }).match(/.{1,40}/gu) ?? []) {
          await new Promise((resolve) => response.write(piece, resolve))
        }
        response.end()
      })()
    })
    expect(await verify(`${origin}/key.json`)).toBe('verified')
  })

  it.each([404, 403, 500, 503])('that responds with %i has no document, even with a valid body', async (status) => {
    const { origin } = await startKeyServer((_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(jwk))
    })
    expect(await verify(`${origin}/key.json`)).toBe('ERR_KEYS_UNAVAILABLE')
  })

  it('that sends an endless 404 is disconnected immediately', async () => {
    const { origin, requested } = await startKeyServer((_request, response) => {
      response.writeHead(404).write('not found, ')
    })
    const closed = requested.then((response) => once(response, 'close'))
    expect(await verify(`${origin}/key.json`)).toBe('ERR_KEYS_UNAVAILABLE')
    await closed
  })

  it('that responds with HTML has no document', async () => {
    const { origin } = await startKeyServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>')
    })
    expect(await verify(`${origin}/key.json`)).toBe('ERR_KEYS_UNAVAILABLE')
  })

  it('that truncates its response has no document', async () => {
    const { origin } = await startKeyServer((_request, response) => {
      response.writeHead(200, { 'content-length': '5000' })
      response.write(JSON.stringify(jwk), () => response.destroy())
    })
    expect(await verify(`${origin}/key.json`)).toBe('ERR_KEYS_UNAVAILABLE')
  })

  it('that closes the connection has no document', async () => {
    const { origin } = await startKeyServer((request) => request.socket.destroy())
    expect(await verify(`${origin}/key.json`)).toBe('ERR_KEYS_UNAVAILABLE')
  })

  it('that does not listen has no document', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo // a server that listens on a port has no other kind of address
    server.close()
    await once(server, 'close')
    expect(await verify(`http://127.0.0.1:${port}/key.json`)).toBe('ERR_KEYS_UNAVAILABLE')
  })
})

describe('a huge document', () => {
  const head = JSON.stringify({ key: jwk, fill: '' }).slice(0, -2)

  it('of ten megabytes is refused before it is read to its end', async () => {
    let sent = 0
    const { origin, requested } = await startKeyServer((_request, response) => {
      response.write(head)
      const more = (): void => {
        if (sent >= 10_000_000) return void response.end('"}')
        sent += 50_000
        response.write('x'.repeat(50_000), more)
      }
      more()
    })
    const response = requested.then((answer) => once(answer, 'close'))
    expect(await verify(`${origin}/key.json`)).toBe('ERR_KEYS_UNAVAILABLE')
    await response
    expect(sent).toBeLessThan(10_000_000)
  })

  it('with a `content-length` is refused', async () => {
    const body = `${head}${'x'.repeat(10_000_000)}"}`
    const { origin } = await startKeyServer((_request, response) => {
      response.writeHead(200, { 'content-length': String(body.length) }).end(body)
    })
    expect(await verify(`${origin}/key.json`)).toBe('ERR_KEYS_UNAVAILABLE')
  })

  it('that is small when compressed is refused', async () => {
    const body = gzipSync(`${head}${'x'.repeat(10_000_000)}"}`)
    expect(body.length).toBeLessThan(65_536)
    const { origin } = await startKeyServer((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'application/json' }).end(body)
    })
    expect(await verify(`${origin}/key.json`)).toBe('ERR_KEYS_UNAVAILABLE')
  })
})

describe('a slow key server', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  })

  afterEach(() => {
    vi.useRealTimers()
  })

  it('is disconnected if it does not respond', async () => {
    const { origin, requested } = await startKeyServer(() => undefined)
    const outcome = verify(`${origin}/key.json`)
    const closed = requested.then((response) => once(response, 'close'))
    await requested
    vi.advanceTimersByTime(10_000)
    expect(await outcome).toBe('ERR_KEYS_UNAVAILABLE')
    await closed
  })

  it('is disconnected during an endless document', async () => {
    const { origin, requested } = await startKeyServer((_request, response) => {
      response.write(JSON.stringify({ key: jwk, fill: '' }).slice(0, -2))
    })
    const outcome = verify(`${origin}/key.json`)
    const closed = requested.then((response) => once(response, 'close'))
    await requested
    vi.advanceTimersByTime(10_000)
    expect(await outcome).toBe('ERR_KEYS_UNAVAILABLE')
    await closed
  })

  it.each([
    ['answers', () => new Promise<Response>(() => undefined)],
    ['sends a body', () => Promise.resolve(new Response(new ReadableStream()))],
  ])('is abandoned if the `fetch` of the application ignores signals and never %s', async (_name, fetcher) => {
    const requested = Promise.withResolvers<undefined>()
    const outcome = verify('http://localhost:4000/key.json', () => {
      requested.resolve(undefined)
      return fetcher()
    })
    await requested.promise
    vi.advanceTimersByTime(10_000)
    expect(await outcome).toBe('ERR_KEYS_UNAVAILABLE')
  })

  it('leaves no timer if it responds', async () => {
    expect(await verify('http://localhost:4000/key.json', async () => Response.json(jwk))).toBe('verified')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('leaves no timer if it fails', async () => {
    expect(await verify('http://localhost:4000/key.json', async () => Response.error())).toBe('ERR_KEYS_UNAVAILABLE')
    expect(vi.getTimerCount()).toBe(0)
  })
})
