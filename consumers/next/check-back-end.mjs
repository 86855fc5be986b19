// Sends events and users to the back end in this app, as Haiilo Home and a plug-in do. The argument is the origin of the app.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createSimulatedTenant } from '@haiilo-kit/simulator/back-end'

const [, , origin = ''] = process.argv

const keyServer = createServer(async (_, response) => {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(await tenant.keyDocument()))
}).listen(0, '127.0.0.1')
await once(keyServer, 'listening')
const { port } = keyServer.address()
const tenant = createSimulatedTenant({
  tenant: `http://home.localhost:${port}`,
  jku: `http://localhost:${port}/key.jwk.json`,
})

async function me() {
  const headers = { authorization: `Bearer ${await tenant.signUser()}`, origin: 'null' }
  const response = await fetch(`${origin}/api/me`, { headers })
  return [response.status, response.headers.get('access-control-allow-origin'), await response.text()]
}

async function preflight() {
  const headers = { origin: 'null', 'access-control-request-method': 'GET' }
  const response = await fetch(`${origin}/api/me`, { method: 'OPTIONS', headers })
  return [response.status, response.headers.get('access-control-allow-origin')]
}

async function tooLarge() {
  const body = new URLSearchParams({ token: 'a'.repeat(70_000) })
  const response = await fetch(`${origin}/haiilo/install`, { method: 'POST', body })
  return [response.status, await response.text()]
}

async function event(name, format) {
  const { status } = await tenant.send(name, `${origin}/haiilo/`, { format })
  return status
}

function expectEqual(what, actual, expected) {
  if (JSON.stringify(actual) === JSON.stringify(expected)) return
  throw new Error(`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`)
}

try {
  expectEqual('an unknown tenant', await me(), [401, '*', '{"error":"ERR_TENANT_UNKNOWN"}'])
  expectEqual('a large body', await tooLarge(), [413, '{"code":413,"message":"The event failed: ERR_BODY_TOO_LARGE"}'])
  expectEqual('install', await event('install', 'form'), 201)
  expectEqual('install as JSON', await event('install', 'json'), 201)
  expectEqual('a user', await me(), [200, '*', '{"userId":"user-1"}'])
  expectEqual('a preflight request', await preflight(), [204, '*'])
  expectEqual('uninstall', await event('uninstall', 'form'), 201)
  expectEqual('a user after uninstall', await me(), [401, '*', '{"error":"ERR_TENANT_UNKNOWN"}'])
} finally {
  keyServer.closeAllConnections()
  keyServer.close()
}
