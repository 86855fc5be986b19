import { createServer } from 'node:http'
import { toNodeHandler } from '@haiilo-kit/server'
import { createApp } from './app.js'
import { createLunchBackend } from './create-lunch-backend.js'

const port = Number(process.env['PORT'] ?? 4112)
const backend = createLunchBackend({ development: process.env['NODE_ENV'] === 'development' })
const { fetch } = createApp(backend)
// clients that are too slow lose their connection. The last limit is longer than most proxies keep connections
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 65_000,
}
const server = createServer(
  limits,
  toNodeHandler((request) => fetch(request)),
)
server.listen(port, '127.0.0.1', () => console.log(`The back end answers at http://127.0.0.1:${port}`))

// first the running requests, then what they use. A second signal ends the process at once
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => server.close((error) => (error ? process.exit(1) : void backend.close())))
}
