import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A proxy between a client and a server that disturbs their connections. */
export interface TcpProxy {
  readonly port: number
  /** How many connections are open. */
  readonly size: () => number
  /** Ends all connections without a farewell, as a machine that restarts does. */
  readonly cut: () => void
  /** Keeps all connections open and forwards nothing, as a network that loses packets does. */
  readonly freeze: () => void
  /** Forwards again what has arrived. */
  readonly thaw: () => void
  readonly close: () => Promise<void>
}

/** @param refuse Returns what to answer to the first data of a client, instead of forwarding it. */
export async function startTcpProxy(
  targetPort: number,
  refuse: (first: Buffer) => Buffer | undefined = () => undefined,
): Promise<TcpProxy> {
  const sockets = new Set<Socket>()
  let isFrozen = false
  const server = createServer((client) => {
    const target = connect(targetPort, '127.0.0.1')
    client.once('data', (first) => {
      const answer = refuse(first)
      if (!answer) return
      client.removeAllListeners('data')
      client.end(answer)
    })
    for (const [from, to] of [
      [client, target],
      [target, client],
    ] as const) {
      sockets.add(from)
      from.on('data', (data) => to.write(data))
      from.on('error', () => undefined)
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
      if (isFrozen) from.pause()
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    size: () => sockets.size / 2,
    cut() {
      for (const socket of sockets) socket.resetAndDestroy()
    },
    freeze() {
      isFrozen = true
      for (const socket of sockets) socket.pause()
    },
    thaw() {
      isFrozen = false
      for (const socket of sockets) socket.resume()
    },
    async close() {
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
  }
}
