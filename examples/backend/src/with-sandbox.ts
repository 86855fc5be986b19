import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { manifest } from '@haiilo-kit/example-lunch/manifest'
import { createSandboxServer } from '@haiilo-kit/sandbox'
import { secretBox, sqliteStore, toNodeHandler } from '@haiilo-kit/server'
import { createApp } from './app.js'
import { createLunchBackend } from './create-lunch-backend.js'
import { backendManifest } from './manifest.js'

// `npm start` in this repository: the back end and the sandbox, which shows the example in React. If a port is in use, all ports are higher
const shift = Number(process.env['PORT_SHIFT'] ?? 0)
const [backEndPort, sandboxPort, reactPort] = [4112 + shift, 4400 + shift, 4102 + shift]

const folder = await mkdtemp(join(tmpdir(), 'haiilo-lunch-'))
const backend = createLunchBackend({
  store: sqliteStore(join(folder, 'haiilo.db')),
  // the database is new at each start, so its key can be new, too
  secrets: secretBox(`start:${Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64')}`),
  development: true,
  log: () => undefined,
})
const app = createApp(backend)
app.get('/', ({ text }) => text('The back end of the lunch example. The sandbox sends events to /haiilo/.'))
const server = createServer(toNodeHandler((request) => app.fetch(request)))
const sandbox = await createSandboxServer({ port: sandboxPort })
const url = `http://127.0.0.1:${backEndPort}/haiilo/`
const { lifecycle, apiAccess } = backendManifest
const entryPoints = manifest.entryPoints.map((entryPoint) => ({ ...entryPoint, url: 'index.html?back-end' }))
sandbox.show({
  manifest: { ...manifest, entryPoints, lifecycle: { ...lifecycle, url }, apiAccess: { ...apiAccess, url } },
  manifestUrl: `http://127.0.0.1:${reactPort}/manifest.json`,
  findings: [],
})
server.listen(backEndPort, '127.0.0.1')
await once(server, 'listening')

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close()
    void Promise.all([sandbox.close(), backend.close()]).finally(() => process.exit())
  })
}
