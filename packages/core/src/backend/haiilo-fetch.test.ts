import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { createSimulatedHost, type SimulatedHost, type SimulatedHostOptions } from '@haiilo-kit/simulator'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { outcome } from '../../test/outcome.js'
import { createHaiiloHost } from '../connection/create-haiilo-host.js'
import type { HaiiloHost, HaiiloHostOptions } from '../connection/haiilo-host.js'
import { haiiloFetch } from './haiilo-fetch.js'

const API = 'https://api.example.com'

interface Scene {
  readonly home: SimulatedHost
  readonly host: HaiiloHost
}

function open(options: HaiiloHostOptions, settings?: SimulatedHostOptions): Scene {
  const home = createSimulatedHost(settings)
  const host = createHaiiloHost({ backends: [API], ...home.connect(), ...options })
  onTestFinished(() => {
    host.close()
    home.close()
  })
  return { home, host }
}

/** A `fetch` without a network: it records the requests and responds with these statuses, then with 200. */
function recordFetch(...statuses: number[]): { fetch: typeof fetch; requests: Request[] } {
  const requests: Request[] = []
  return {
    requests,
    async fetch(input, init) {
      requests.push(new Request(input, init))
      return new Response(`answer ${requests.length}`, { status: statuses.shift() ?? 200 })
    },
  }
}

/** A real back end on the local machine. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => unknown): Promise<string> {
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function withStream(body: BodyInit): RequestInit & { duplex: 'half' } {
  return { method: 'POST', body, duplex: 'half' }
}

/** Other bodies that Node accepts. */
async function* pieces(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode('so')
  yield new TextEncoder().encode('up')
}

function tokensOf(requests: readonly Request[]): (string | null)[] {
  return requests.map(({ headers }) => headers.get('authorization'))
}

function handshakes(home: SimulatedHost): number {
  return home.log.filter(({ subject, direction }) => subject === 'init' && direction === 'plugin-to-host').length
}

describe('the target', () => {
  it('sends the token to a listed back end and returns its response', async () => {
    const seen: IncomingMessage[] = []
    const origin = await serve((request, response) => {
      seen.push(request)
      response.end('soup')
    })
    const { host } = open({ backends: [origin] })
    const response = await haiiloFetch(host, `${origin}/menu?day=1`, { headers: { 'X-Canteen': 'north' } })
    expect(await response.text()).toBe('soup')
    expect(seen[0]?.url).toBe('/menu?day=1')
    expect(seen[0]?.headers).toMatchObject({
      authorization: `Bearer ${await host.getToken()}`,
      'x-canteen': 'north',
    })
  })

  const refused: [url: string, why: string][] = [
    ['https://evil.example.com/', 'another origin'],
    ['https://api.example.com.evil.example/', 'a name that only begins like it'],
    ['https://evil.example/https://api.example.com/', 'its name in the path'],
    ['https://sub.api.example.com/', 'a name below it'],
    ['https://api.example.com:8443/', 'another port'],
    ['http://api.example.com/', 'another scheme'],
    ['http://intranet.example.com/', 'listed, but neither on https nor on this machine'],
    ['http://localhost.example.com/', 'listed, but only its name begins like this machine'],
    ['blob:https://api.example.com/0b0c', 'a blob of that origin'],
    ['data:text/plain,hello', 'no origin at all'],
  ]
  it.each(refused)('does not send to %s: %s', async (url) => {
    const { fetch, requests } = recordFetch()
    const { home, host } = open({
      backends: [API, 'http://intranet.example.com', 'http://localhost.example.com'],
      fetch,
    })
    expect(await outcome(haiiloFetch(host, url))).toBe('ERR_BACKEND_NOT_LISTED')
    expect(await outcome(haiiloFetch(host, new URL(url)))).toBe('ERR_BACKEND_NOT_LISTED')
    expect(requests).toEqual([])
    expect(handshakes(home)).toBe(0)
  })

  const allowed: [url: string][] = [
    [`${API}/menu`],
    ['https://API.example.com:443/'],
    ['http://localhost:3000/'],
    ['http://127.0.0.1:3000/'],
    ['http://[::1]:3000/'],
  ]
  it.each(allowed)('sends to %s', async (url) => {
    const { fetch, requests } = recordFetch()
    const { host } = open({
      backends: [API, 'http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'],
      fetch,
    })
    await haiiloFetch(host, url)
    expect(tokensOf(requests)).toEqual([`Bearer ${await host.getToken()}`])
  })

  it('names the origin and the option in the error, but not the rest of the URL', async () => {
    const { host } = open({})
    const error: unknown = await haiiloFetch(host, 'https://other.example.com/secret?key=1').catch(
      (caught: unknown) => caught,
    )
    expect(error).toMatchObject({ message: expect.stringContaining('https://other.example.com is') as string })
    expect(error).toMatchObject({ message: expect.stringContaining('`backends`') as string })
    expect(String(error)).not.toContain('secret')
  })

  it('sends to the checked URL, even if the argument changes between two reads', async () => {
    const { fetch, requests } = recordFetch()
    const { host } = open({ fetch })
    const addresses = [`${API}/menu`, 'https://evil.example.com/']
    const address = { toString: () => addresses.shift() ?? 'https://evil.example.com/' }
    await haiiloFetch(host, address as unknown as string)
    expect(requests.map(({ url }) => url)).toEqual([`${API}/menu`])
  })

  it('follows no redirect, even if the caller allows it', async () => {
    let followed = 0
    const other = await serve((_, response) => {
      followed += 1
      response.end()
    })
    const origin = await serve((_, response) => response.writeHead(302, { location: other }).end())
    const { host } = open({ backends: [origin, other] })
    await expect(haiiloFetch(host, origin, { redirect: 'follow' })).rejects.toThrow(TypeError)
    expect(followed).toBe(0)
  })

  it('sends no cookies, even if the caller allows it', async () => {
    const { fetch, requests } = recordFetch()
    const { host } = open({ fetch })
    await haiiloFetch(host, API, { credentials: 'include' })
    await haiiloFetch(host, new Request(API, { credentials: 'include' }))
    expect(requests.map(({ credentials, redirect }) => [credentials, redirect])).toEqual([
      ['omit', 'error'],
      ['omit', 'error'],
    ])
  })

  it('refuses an Authorization header of the caller and sends nothing', async () => {
    const { fetch, requests } = recordFetch()
    const { host } = open({ fetch })
    const headers = { authorization: 'Basic b3duOm93bg==' }
    expect(await outcome(haiiloFetch(host, API, { headers }))).toBe('ERR_AUTHORIZATION_SET')
    expect(await outcome(haiiloFetch(host, new Request(API, { headers })))).toBe('ERR_AUTHORIZATION_SET')
    expect(requests).toEqual([])
  })

  it('calls `fetch` without `this`, which browsers require', async () => {
    const owners: unknown[] = []
    const { host } = open({
      async fetch(this: unknown) {
        owners.push(this)
        return new Response()
      },
    })
    await haiiloFetch(host, API)
    expect(owners).toEqual([undefined])
  })

  it('rejects with the error of getToken() and sends nothing', async () => {
    const { fetch, requests } = recordFetch()
    const { host } = open({ fetch }, { fault: 'expired' })
    expect(await outcome(haiiloFetch(host, API))).toBe('ERR_TOKEN_EXPIRED')
    const closed = open({ fetch }).host
    closed.close()
    expect(await outcome(haiiloFetch(closed, API))).toBe('ERR_CONNECTION_CLOSED')
    expect(requests).toEqual([])
  })

  it('rejects if the input is not a URL', async () => {
    const { host } = open({})
    await expect(haiiloFetch(host, 'https://')).rejects.toThrow(TypeError)
  })
})

describe('after a 401', () => {
  const bodies: [name: string, init: RequestInit][] = [
    ['without a body', {}],
    ['with a text', { method: 'POST', body: 'soup' }],
    ['with a form', { method: 'POST', body: new URLSearchParams({ dish: 'soup' }) }],
    ['with a blob', { method: 'POST', body: new Blob(['soup']) }],
    ['with bytes', { method: 'POST', body: new TextEncoder().encode('soup') }],
    ['with a buffer', { method: 'PUT', body: new TextEncoder().encode('soup').buffer }],
    ['without a body, with a method that allows one', { method: 'DELETE' }],
  ]
  it.each(bodies)('gets a new token and sends a request %s once more', async (_, init) => {
    const seen: [token: string | undefined, body: string][] = []
    const origin = await serve(async (request, response) => {
      seen.push([request.headers.authorization, await text(request)])
      response.writeHead(seen.length === 1 ? 401 : 200).end()
    })
    const { home, host } = open({ backends: [origin] })
    const first = await host.getToken()
    const { status } = await haiiloFetch(host, origin, init)
    const second = await host.getToken()
    expect(status).toBe(200)
    expect(seen.map(([token]) => token)).toEqual([`Bearer ${first}`, `Bearer ${second}`])
    expect(second).not.toBe(first)
    expect(seen[1]?.[1]).toBe(seen[0]?.[1])
    expect(handshakes(home)).toBe(2)
  })

  it('sends a Request without a body once more', async () => {
    const { fetch, requests } = recordFetch(401)
    const { host } = open({ fetch })
    await haiiloFetch(host, new Request(API, { method: 'POST' }))
    expect(requests).toHaveLength(2)
  })

  it('sends a Request once more if its body is replaced by a string', async () => {
    const { fetch, requests } = recordFetch(401)
    const { host } = open({ fetch })
    await haiiloFetch(host, new Request(API, { method: 'POST', body: 'stew' }), { body: 'soup' })
    expect(await Promise.all(requests.map((request) => request.text()))).toEqual(['soup', 'soup'])
  })

  const single: [name: string, call: (host: HaiiloHost, origin: string) => Promise<Response>][] = [
    ['a Request with a text', (host, url) => haiiloFetch(host, new Request(url, { method: 'POST', body: 'soup' }))],
    [
      'a Request with a stream',
      (host, url) => haiiloFetch(host, new Request(url, withStream(new Blob(['soup']).stream()))),
    ],
    [
      'a copy of a Request',
      (host, url) => haiiloFetch(host, new Request(url, { method: 'PUT', body: 'soup' }).clone()),
    ],
    [
      'a Request and other options',
      (host, url) => haiiloFetch(host, new Request(url, { method: 'POST', body: 'soup' }), { headers: { 'x-a': '1' } }),
    ],
    [
      'a Request that is given as options',
      (host, url) => haiiloFetch(host, url, new Request(url, { method: 'POST', body: 'soup' })),
    ],
    [
      'a Request beside `body: null`',
      (host, url) => haiiloFetch(host, new Request(url, { method: 'POST', body: 'soup' }), { body: null }),
    ],
    ['a stream', (host, url) => haiiloFetch(host, url, withStream(new Blob(['soup']).stream()))],
    ['an iterable', (host, url) => haiiloFetch(host, url, withStream(pieces() as unknown as BodyInit))],
  ]
  it.each(single)('sends %s once and returns the 401 with its body', async (_, call) => {
    const bodies: string[] = []
    const origin = await serve(async (request, response) => {
      bodies.push(await text(request))
      response.writeHead(401).end('refused')
    })
    const { home, host } = open({ backends: [origin] })
    const response = await call(host, origin)
    expect([response.status, await response.text(), bodies]).toEqual([401, 'refused', ['soup']])
    expect(handshakes(home)).toBe(1)
  })

  describe('if a Request does not show its body, as in Firefox', () => {
    beforeEach(() => {
      const body = vi.spyOn(Request.prototype, 'body', 'get').mockReturnValue(undefined as unknown as null)
      return () => body.mockRestore()
    })

    it.each<[name: string, sent: number, call: (host: HaiiloHost) => Promise<Response>]>([
      ['a URL without a body is sent twice', 2, (host) => haiiloFetch(host, API, { method: 'POST' })],
      ['a GET Request is sent twice', 2, (host) => haiiloFetch(host, new Request(API))],
      [
        'a POST Request is sent once',
        1,
        (host) => haiiloFetch(host, new Request(API, { method: 'POST', body: 'soup' })),
      ],
      [
        'a POST Request that is given as options is sent once',
        1,
        (host) => haiiloFetch(host, API, new Request(API, { method: 'POST', body: 'soup' })),
      ],
    ])('%s', async (_, sent, call) => {
      const { fetch, requests } = recordFetch(401)
      const { host } = open({ fetch })
      await call(host)
      expect(requests).toHaveLength(sent)
    })
  })

  it('returns the second 401', async () => {
    const { fetch, requests } = recordFetch(401, 401)
    const { host } = open({ fetch })
    const response = await haiiloFetch(host, API)
    expect([response.status, await response.text(), requests.length]).toEqual([401, 'answer 2', 2])
  })

  it('returns the 401 with its body if the host gives no other token', async () => {
    const { fetch, requests } = recordFetch(401)
    const { host } = open({ fetch, timeout: 1_000 }, { fault: 'answers-once' })
    const response = await haiiloFetch(host, API)
    expect([response.status, await response.text(), requests.length]).toEqual([401, 'answer 1', 1])
  })

  it('cancels the body of the first response', async () => {
    let cancelled = false
    const refused = new Response(new ReadableStream({ cancel: () => void (cancelled = true) }), { status: 401 })
    const answers = [refused, new Response()]
    const { host } = open({ fetch: async () => answers.shift() ?? Response.error() })
    await haiiloFetch(host, API)
    expect(cancelled).toBe(true)
  })

  it('shares one new token between concurrent requests', async () => {
    const refused = new Set<string | null>()
    const { home, host } = open({
      async fetch(input) {
        const token = new Request(input).headers.get('authorization')
        if (!refused.size) refused.add(token)
        return new Response(undefined, { status: refused.has(token) ? 401 : 200 })
      },
    })
    const responses = await Promise.all([1, 2, 3, 4, 5].map((dish) => haiiloFetch(host, `${API}/${dish}`)))
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(handshakes(home)).toBe(2)
  })

  it('uses the new token of another request if its own 401 arrives later', async () => {
    const late = Promise.withResolvers<Response>()
    const refusal = new Response(undefined, { status: 401 })
    const answers = [late.promise, refusal.clone(), new Response(), new Response()]
    const { home, host } = open({ fetch: () => Promise.resolve(answers.shift() ?? Response.error()) })
    const slow = haiiloFetch(host, `${API}/slow`)
    expect((await haiiloFetch(host, `${API}/quick`)).status).toBe(200)
    expect(handshakes(home)).toBe(2)
    late.resolve(refusal)
    expect((await slow).status).toBe(200)
    expect(handshakes(home)).toBe(2)
  })

  it.each([400, 403, 500])('does not send again after a %d', async (status) => {
    const { fetch, requests } = recordFetch(status)
    const { host } = open({ fetch })
    expect((await haiiloFetch(host, API)).status).toBe(status)
    expect(requests).toHaveLength(1)
  })
})

describe('aborted', () => {
  it('requests no token if it was aborted before', async () => {
    const { home, host } = open({})
    const reason = new Error('left the page')
    await expect(haiiloFetch(host, API, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    expect(handshakes(home)).toBe(0)
  })

  it('rejects immediately while it waits for a token, and sends nothing', async () => {
    const { fetch, requests } = recordFetch()
    const { home, host } = open({ fetch }, { fault: 'silent' })
    const life = new AbortController()
    const fetching = haiiloFetch(host, API, { signal: life.signal })
    const reason = new Error('left the page')
    life.abort(reason)
    await expect(fetching).rejects.toBe(reason)
    expect(handshakes(home)).toBe(1)
    expect(requests).toEqual([])
  })

  it('rejects immediately while it waits for another token', async () => {
    const life = new AbortController()
    const { home, host } = open(
      { fetch: async () => new Response(undefined, { status: 401 }) },
      { fault: 'answers-once' },
    )
    const reason = new Error('left the page')
    home.subscribe(() => {
      if (handshakes(home) === 2) life.abort(reason)
    })
    await expect(haiiloFetch(host, API, { signal: life.signal })).rejects.toBe(reason)
  })

  it('passes the signal to fetch', async () => {
    const life = new AbortController()
    const reason = new Error('left the page')
    const origin = await serve(() => life.abort(reason))
    const { host } = open({ backends: [origin] })
    await expect(haiiloFetch(host, origin, { signal: life.signal })).rejects.toBe(reason)
  })
})
