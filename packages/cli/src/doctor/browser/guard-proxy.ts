import { createServer, request as requestHttp, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type AddressInfo, type TcpNetConnectOpts } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Client } from '../../sources/client.js'
import { createLookup } from '../../sources/fetch-from-addresses.js'

/**
 * A proxy on this machine, through which a browser sends all its requests. Addresses have to follow the rules of {@link Client}. It
 * refuses connections to simulated tenants, including those after redirects, of WebSockets, and of requests that a browser sends by itself.
 */
export interface GuardProxy {
  /** The URL of the proxy. */
  readonly url: string
  /** Refuses all further connections to a host. */
  readonly refuse: (hostname: string) => void
  /** Returns why a connection to a host was refused, or `undefined` if it was not. */
  readonly refusal: (hostname: string) => string | undefined
  /** Closes all connections. */
  readonly close: () => void
}

/** Starts a proxy. */
export async function startGuardProxy(
  { addressesOf }: Pick<Client, 'addressesOf'>,
  stop: AbortSignal,
): Promise<GuardProxy> {
  const tenants = new Set<string>()
  const refusals = new Map<string, string>()
  const sockets = new Set<Duplex>()
  const server = createServer((request, response) => void forward(request, response))
  server.on('connect', (request, socket, head) => void tunnel(request, socket, head))
  server.on('connection', track)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refuse: (hostname) => void tenants.add(withoutFinalDot(hostname)),
    refusal: (hostname) => refusals.get(hostname),
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }

  function track(socket: Duplex): void {
    sockets.add(socket)
    // a connection can end at any time
    socket.on('error', () => socket.destroy())
    socket.once('close', () => sockets.delete(socket))
  }

  /** @returns The addresses to connect to, or `undefined` if the connection is refused. */
  async function allowedAddresses(url: URL): Promise<readonly string[] | undefined> {
    if (tenants.has(withoutFinalDot(url.hostname))) return undefined
    try {
      return await addressesOf(url, stop)
    } catch (error) {
      refusals.set(url.hostname, error instanceof Error ? error.message : String(error))
      return undefined
    }
  }

  /** Connects a browser with a server. Both encrypt what they send. */
  async function tunnel({ url = '' }: IncomingMessage, browser: Duplex, head: Buffer): Promise<void> {
    const target = URL.parse(`https://${url}`)
    const addresses = target && (await allowedAddresses(target))
    if (!target || !addresses) return void browser.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    const remote = connect(connectionTo(target, addresses))
    track(remote)
    remote.once('connect', () => {
      browser.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      remote.write(head)
      remote.pipe(browser).pipe(remote)
    })
    remote.once('close', () => browser.destroy())
    browser.once('close', () => remote.destroy())
  }

  /** Forwards a request over http, which only servers on this machine get. */
  async function forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, headers } = request
    const target = URL.parse(request.url ?? '')
    const addresses = target && (await allowedAddresses(target))
    if (!target || !addresses) return void response.writeHead(403).end()
    const forwarded = requestHttp(
      target,
      { agent: false, method, headers, lookup: createLookup(addresses) },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    forwarded.on('error', () => response.destroy())
    response.once('close', () => forwarded.destroy())
    request.pipe(forwarded)
  }
}

/** A name with a final dot leads to the same server. */
function withoutFinalDot(hostname: string): string {
  return hostname.replace(/\.$/, '')
}

function connectionTo({ hostname, port }: URL, addresses: readonly string[]): TcpNetConnectOpts {
  return {
    host: hostname,
    port: Number(port || 443),
    lookup: createLookup(addresses),
    autoSelectFamilyAttemptTimeout: ATTEMPT_TIMEOUT,
  }
}

/** Milliseconds for one address. The default of Node is 250, which is too short on a busy machine. */
const ATTEMPT_TIMEOUT = 3000
