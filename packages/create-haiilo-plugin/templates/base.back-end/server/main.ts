import { createServer } from 'node:http'
import { toNodeHandler } from '@haiilo-kit/server'
import sirv from 'sirv'

import { createApp } from './app.ts'
import { createBackEnd } from './back-end.ts'

const { NODE_ENV, PORT = '8787' } = process.env
const backend = createBackEnd()
const app = createApp(backend)
const answer = toNodeHandler((request) => app.fetch(request))
// during development, another server serves the plug-in
const serveFile = NODE_ENV === 'development' ? undefined : sirv('dist', { setHeaders: allowEveryOrigin })

// clients that are too slow lose their connection. The last limit is longer than most proxies keep connections
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 65_000,
}
const server = createServer(limits, (request, response) => {
  const next = () => {
    answer(request, response)
  }
  if (serveFile) serveFile(request, response, next)
  else next()
})
server.listen(Number(PORT), () => {
  console.log(`The back end listens on port ${PORT}.`)
})

server.once('error', (error: NodeJS.ErrnoException) => {
  const isInUse = error.code === 'EADDRINUSE'
  console.error(
    isInUse
      ? `Port ${PORT} is in use. Stop the other program, or change PORT in .env and the proxy of the development server.`
      : error,
  )
  process.exit(1)
})

// first the running requests, then what they use. A second signal ends the process at once
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close((error) => {
      if (error) process.exit(1)
      void backend.close()
    })
  })
}

/** Haiilo Home may embed the plug-in in a frame without an origin. Then even its own modules are cross-origin. */
function allowEveryOrigin(response: { setHeader: (name: string, value: string) => unknown }): void {
  response.setHeader('access-control-allow-origin', '*')
}
