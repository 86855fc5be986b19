import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A real server on 127.0.0.1, at a free port, until the test has finished. */
export interface KeyServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string
  /** The requests, in order. */
  readonly requests: IncomingMessage[]
  /** Resolves with the response to the first request. */
  readonly requested: Promise<ServerResponse>
}

export async function startKeyServer(listener: RequestListener): Promise<KeyServer> {
  const requests: IncomingMessage[] = []
  const requested = Promise.withResolvers<ServerResponse>()
  const server = createServer((request, response) => {
    requests.push(request)
    listener(request, response)
    requested.resolve(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo // a server that listens on a port has no other kind of address
  return { origin: `http://127.0.0.1:${port}`, requests, requested: requested.promise }
}

/** Responds with a value as JSON. */
export function answerJson(value: unknown): RequestListener {
  return (_request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(value))
  }
}
