import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createSimulatedTenant, type SimulatedTenant } from '@haiilo-kit/simulator/back-end'
import { createHaiiloBackend, secretBox, toNodeHandler, type HaiiloStore } from '../src/index.js'
import { bundleProgram } from './bundle-program.js'
import { manifest, SECRET_KEYS } from './scene.js'

/** Sends notifications as soon as it gets a line, when the access token in the store has expired for its clock. */
const PROGRAM = `
import { once } from 'node:events'
import { createHaiiloBackend, postgresStore, secretBox, sqliteStore } from '../src/index.js'

const { database, issuer, tenantId, jwk, keys, manifest, notificationPath } = JSON.parse(process.argv[2])
const store = database.startsWith('postgres:') ? postgresStore(database) : sqliteStore(database)
const backend = createHaiiloBackend({
  manifest,
  store,
  trust: [{ issuer, keys: [jwk] }],
  development: true,
  secrets: secretBox(keys),
  clock: () => Date.now() + 600_000,
  api: { notificationPath },
})
const api = backend.haiiloApi({ issuer, tenantId, pluginId: 'plugin-1' })
await store.ping()
console.log('ready')
await once(process.stdin, 'data')
await Promise.all([1, 2, 3].map(() => api.notify({ recipientId: 'u', message: 'm', instanceId: 'i' })))
await backend.close()
process.exit()
`

/** Lets several processes use the API of a tenant at the same moment, when their shared access token has expired. */
export async function refreshInProcesses(
  database: string,
  store: HaiiloStore,
  size: number,
): Promise<{ readonly tenant: SimulatedTenant; readonly errors: string }> {
  const program = await bundleProgram(PROGRAM)
  const server = createServer(toNodeHandler((request) => tenant.handle(request))).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  // each run has its own tenant, because a database can be used by several runs
  const tenant: SimulatedTenant = createSimulatedTenant({
    tenant: { url: issuer, id: crypto.randomUUID() },
    fetch: async (input, init) => first(new Request(input, init)),
  })
  const { key: jwk } = await tenant.keyDocument()
  const first = createHaiiloBackend({
    manifest,
    store,
    trust: tenant.trust,
    development: true,
    secrets: secretBox(SECRET_KEYS),
  })
  for (const event of ['install', 'access_token'] as const)
    await tenant.send(event, 'https://lunch.example.com/haiilo/')
  const { tenantId, notificationPath } = tenant
  const settings = { database, issuer, tenantId, jwk, keys: SECRET_KEYS, manifest, notificationPath }
  let errors = ''
  const children = Array.from({ length: size }, () =>
    spawn(process.execPath, ['--no-warnings', program.file, JSON.stringify(settings)]),
  )
  for (const { stderr } of children) stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  await Promise.all(children.map(({ stdout }) => once(stdout, 'data')))
  const ended = children.map((child) => once(child, 'close'))
  for (const { stdin } of children) stdin.write('go\n')
  await Promise.all(ended)
  program.remove()
  server.closeAllConnections()
  server.close()
  return { tenant, errors }
}
