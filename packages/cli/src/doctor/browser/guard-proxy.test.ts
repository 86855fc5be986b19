import { createServer as createHttpServer, request } from 'node:http'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createClient } from '../../sources/client.js'
import { startGuardProxy } from './guard-proxy.js'

/** The proxy opens its own connections. */
const neverFetch = async (): Promise<never> => Promise.reject(new Error('The proxy called fetch.'))

/** Starts a proxy for a plug-in on this machine. */
async function startProxy() {
  const client = createClient(new URL('https://plugins.localhost/'), {
    fetch: neverFetch,
    lookup: async () => ['10.0.0.1'],
  })
  const proxy = await startGuardProxy(client, new AbortController().signal)
  onTestFinished(proxy.close)
  return proxy
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

/** Requests a tunnel from the proxy. Returns the status of the proxy and the first text that the server sends. */
async function connectThrough(proxy: string, path: string): Promise<readonly [status: number, text: string]> {
  const { hostname, port } = new URL(proxy)
  return new Promise((resolve, reject) => {
    const connect = request({ hostname, port, method: 'CONNECT', path, agent: false }).on('error', reject)
    connect.on('connect', ({ statusCode = 0 }, socket, head) => {
      if (statusCode !== 200 || head.length > 0) return resolve([statusCode, String(head)])
      socket.once('data', (data) => resolve([statusCode, String(data)]))
    })
    connect.end()
  })
}

const greet = (): Server => createServer((socket) => void socket.end('hello'))

test('connects a browser with a server', async () => {
  const port = await listen(greet())
  expect(await connectThrough((await startProxy()).url, `plugins.localhost:${port}`)).toEqual([200, 'hello'])
})

test('refuses a host that was set to be refused, in each spelling of its name', async () => {
  const port = await listen(greet())
  const proxy = await startProxy()
  expect(await connectThrough(proxy.url, `acme.localhost:${port}`)).toEqual([200, 'hello'])
  proxy.refuse('acme.localhost')
  for (const name of ['acme.localhost', 'ACME.localhost', 'acme.localhost.'])
    expect(await connectThrough(proxy.url, `${name}:${port}`), name).toEqual([403, ''])
})

test('refuses a host in a private network, and keeps the reason', async () => {
  const proxy = await startProxy()
  expect(await connectThrough(proxy.url, 'intranet.example.com:443')).toEqual([403, ''])
  expect(proxy.refusal('intranet.example.com')).toContain('private network')
})

test.each(['/', 'plugins.localhost:0x', '@'])('refuses a target that is not a host: “%s”', async (target) => {
  expect(await connectThrough((await startProxy()).url, target)).toEqual([403, ''])
})

test('forwards http on this machine, and refuses it elsewhere', async () => {
  const server = createHttpServer(({ url }, response) => response.end(`page ${url}`))
  const port = await listen(server)
  const proxy = await startProxy()
  const get = async (url: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const target = new URL(proxy.url)
      request({ hostname: target.hostname, port: target.port, path: url, agent: false }, (response) => {
        let text = `${response.statusCode} `
        response.on('data', (chunk) => (text += String(chunk))).on('end', () => resolve(text))
      })
        .on('error', reject)
        .end()
    })
  expect(await get(`http://localhost:${port}/a?b`)).toBe('200 page /a?b')
  expect(await get('http://plugins.example.com/')).toBe('403 ')
  expect(await get('/')).toBe('403 ')
})
