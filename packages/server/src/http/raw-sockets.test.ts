import { once } from 'node:events'
import { createServer, type Server, type ServerOptions } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { createScene } from '../../test/scene.js'
import { requireHaiiloUser } from './require-haiilo-user.js'
import { toNodeHandler } from './to-node-handler.js'

const { backend, tenant, send, log } = await createScene({ bodyTimeout: 50 })
await send('install')
const onError = vi.fn()
const echo = requireHaiiloUser(backend, async (request) => new Response(await request.text()), { onError })
const server = await listen({})
// the limits that docs/back-end.md recommends, only shorter
const strictServer = await listen({ headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 20 })

async function listen(limits: ServerOptions): Promise<Server> {
  const handler = toNodeHandler((request) => (request.url.endsWith('/echo') ? echo(request) : backend(request)))
  const listening = createServer(limits, handler).listen(0, '127.0.0.1')
  await once(listening, 'listening')
  return listening
}

afterAll(() => {
  for (const each of [server, strictServer]) {
    each.closeAllConnections()
    each.close()
  }
})

interface Client {
  /** Default: the server with the limits of Node. */
  readonly to?: Server
  /** Sent again and again until the server ends the connection. */
  readonly drip?: string
  /** Ends its half of the connection after the text. */
  readonly isHalfClosed?: boolean
}

/** Sends text over a connection, and returns what came back until the server closed it. */
async function converse(text: string, { to = server, drip, isHalfClosed = false }: Client = {}): Promise<string> {
  const socket = connect((to.address() as AddressInfo).port, '127.0.0.1')
  let received = ''
  socket.setEncoding('utf8').on('data', (part: string) => (received += part))
  // the server closes while the client is sending
  socket.on('error', () => undefined)
  socket.write(text)
  if (isHalfClosed) socket.end()
  const timer = drip === undefined ? undefined : setInterval(() => socket.writable && socket.write(drip), 5)
  // not with `once`, which rejects if the connection was reset
  await new Promise((resolve) => socket.on('close', resolve))
  clearInterval(timer)
  return received
}

function statusesIn(received: string): readonly string[] {
  return [...received.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status = '']) => status)
}

const event = (name: string): string =>
  `POST /haiilo/${name} HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\n`
const CHUNKED = 'transfer-encoding: chunked\r\n\r\n'
const LAST = 'GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'
const authorization = `authorization: Bearer ${await tenant.sign()}\r\n`

describe('a client that never finishes loses its connection', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['headers', 'GET /healthz HTTP/1.1\r\nhost: x\r\n', 'x-more: text\r\n', ['408']],
    ['the body of an event, byte by byte', `${event('install')}content-length: 1000\r\n\r\n`, 'a', ['408']],
    ['chunks of an event', event('install') + CHUNKED, '1\r\na\r\n', ['408']],
    [
      'the body of a request of the application',
      `POST /echo HTTP/1.1\r\nhost: x\r\n${authorization}${CHUNKED}`,
      '1\r\na\r\n',
      ['408'],
    ],
    ['the body of a request that is refused', `POST /echo HTTP/1.1\r\nhost: x\r\n${CHUNKED}`, '1\r\na\r\n', ['401']],
    ['a body for a path that does not exist', `POST /other HTTP/1.1\r\nhost: x\r\n${CHUNKED}`, '1\r\na\r\n', ['404']],
    ['a body that nobody expects', `GET /healthz HTTP/1.1\r\nhost: x\r\n${CHUNKED}`, '1\r\na\r\n', ['200']],
    ['the name of a chunk', `${event('install')}${CHUNKED}1;`, 'x'.repeat(20_000), ['413']],
    [
      'a body that it announces first',
      `${event('install')}expect: 100-continue\r\ncontent-length: 1000\r\n\r\n`,
      'a',
      ['100', '408'],
    ],
    [
      'a body that is too large, and that it announces first',
      `${event('install')}expect: 100-continue\r\ncontent-length: 1000000\r\n\r\n`,
      'a',
      ['100', '413'],
    ],
  ])('with %s', async (_, head, drip, statuses) => {
    // on a busy machine, the strict server could answer 408 before the kit answers
    const to = statuses.includes('408') ? strictServer : server
    expect(statusesIn(await converse(head, { to, drip }))).toEqual(statuses)
  })
})

describe('a connection', () => {
  it('answers several requests that were sent at once, in their order', async () => {
    const body = `token=${await tenant.signEvent('instance_add', { instanceId: 'i' })}`
    const add = `${event('instance_add')}content-length: ${body.length}\r\n\r\n${body}`
    const other = 'GET /other HTTP/1.1\r\nhost: x\r\n\r\n'
    expect(statusesIn(await converse(other + add + add + LAST))).toEqual(['404', '201', '201', '200'])
  })

  it('does not take trailers of a body for the next request', async () => {
    const received = await converse(`${event('install')}${CHUNKED}1\r\na\r\n0\r\nGET: /other\r\n\r\n${LAST}`)
    expect(statusesIn(received)).toEqual(['400', '200'])
  })

  it('does not take the rest of a refused body for the next request', async () => {
    const refused = `POST /haiilo/install HTTP/1.1\r\nhost: x\r\ncontent-length: ${LAST.length}\r\n\r\n`
    expect(statusesIn(await converse(refused + LAST + LAST))).toEqual(['415'])
  })

  it.each([
    ['two lengths', 'content-length: 3\r\ncontent-length: 4\r\n'],
    ['a negative length', 'content-length: -1\r\n'],
    ['a length with a sign', 'content-length: +3\r\n'],
    ['a length in hexadecimal', 'content-length: 0x3\r\n'],
    ['two encodings', 'transfer-encoding: chunked, identity\r\n'],
    ['a space before the colon', 'content-length : 3\r\n'],
  ])('is closed after %s', async (_, header) => {
    expect(statusesIn(await converse(`${event('install')}${header}\r\nabc${LAST}`))).toEqual(['400'])
  })

  it('is closed after headers of more than 16 KiB, and a token of nearly 16 KiB is refused with a code', async () => {
    const ask = (size: number): Promise<string> =>
      converse(
        `GET /echo HTTP/1.1\r\nhost: x\r\nconnection: close\r\nauthorization: Bearer ${'a'.repeat(size)}\r\n\r\n`,
      )
    expect(statusesIn(await ask(16_384))).toEqual(['431'])
    expect(await ask(16_000)).toMatch(/^HTTP\/1\.1 401 .*"ERR_TOKEN_MALFORMED"/s)
  })

  it('that the client has half closed does not lose the event', async () => {
    const body = `token=${await tenant.signEvent('instance_remove', { instanceId: 'i' })}`
    await converse(`${event('instance_remove')}content-length: ${body.length}\r\n\r\n${body}`, { isHalfClosed: true })
    await expect.poll(() => log.at(-1)).toMatchObject({ event: 'instance_remove', status: 201 })
  })
})

it('and afterwards, the server still answers', async () => {
  expect(statusesIn(await converse(LAST))).toEqual(['200'])
})
