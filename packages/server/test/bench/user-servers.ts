import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Installation } from '../../src/index.js'
import { bundleProgram } from '../bundle-program.js'

/** How a server verifies the user of a request. `none` does not read the token. */
export const variants = ['none', 'kit', 'jwtVerify', 'subtle'] as const
export type Variant = (typeof variants)[number]

/** A server in a process of its own, with `GET /api/me`. */
export interface UserServer {
  readonly variant: Variant
  readonly url: string
  /** The CPU time that the process has used up to now, in all of its threads, in microseconds. */
  readonly cpuTime: () => Promise<number>
}

/** The same server each time. Only the function that verifies the user differs. */
const PROGRAM = `
import { createServer } from 'node:http'
import { importJWK, jwtVerify } from 'jose'
import { createHaiiloBackend, requireHaiiloUser, sqliteStore, toNodeHandler } from '../src/index.js'

const { variant, jwk, installation, file } = JSON.parse(process.argv[2])
const store = sqliteStore(file)
const lease = await store.acquire(variant, 60_000)
await store.commit(lease, { type: 'install', installation, eventAt: 1 })
const backend = createHaiiloBackend({
  manifest: { lifecycle: { url: '/haiilo/', events: ['install', 'uninstall'] } },
  store,
  trust: [{ issuer: installation.issuer, keys: [jwk] }],
})
const tokenOf = (request) => request.headers.get('authorization').slice(7)
const key = await importJWK(jwk, 'RS512')
const user = { key: 'user' }
const authenticators = {
  none: async () => user,
  kit: backend.authenticate,
  jwtVerify: async (request) => {
    await jwtVerify(tokenOf(request), key, { algorithms: ['RS512'], issuer: installation.issuer, subject: 'init', clockTolerance: 30, maxTokenAge: 600 })
    return user
  },
  subtle: async (request) => {
    const token = tokenOf(request)
    const end = token.lastIndexOf('.')
    const signature = Buffer.from(token.slice(end + 1), 'base64url')
    if (!(await crypto.subtle.verify('RSASSA-PKCS1-v1_5', key, signature, Buffer.from(token.slice(0, end))))) throw new Error('no')
    return user
  },
}
const me = requireHaiiloUser({ authenticate: authenticators[variant] }, (request, { key }) => Response.json({ key }))
const server = createServer(toNodeHandler(me))
process.on('message', () => process.send(process.cpuUsage()))
server.listen(0, '127.0.0.1', () => process.send(server.address().port))
`

/** Starts one server for each variant, and ends them after `action`. */
export async function withUserServers<T>(
  jwk: object,
  { issuer, tenantId, pluginId }: Installation,
  action: (servers: readonly UserServer[]) => Promise<T>,
): Promise<T> {
  const program = await bundleProgram(PROGRAM)
  const children = variants.map((variant) => {
    const file = program.file.replace('program.mjs', `${variant}.db`)
    const settings = JSON.stringify({ variant, jwk, installation: { issuer, tenantId, pluginId }, file })
    const stdio = ['ignore', 'ignore', 'inherit', 'ipc'] as const
    return { variant, child: spawn(process.execPath, ['--no-warnings', program.file, settings], { stdio: [...stdio] }) }
  })
  try {
    const servers = children.map(async ({ variant, child }): Promise<UserServer> => {
      const [port] = (await once(child, 'message')) as [number]
      return {
        variant,
        url: `http://127.0.0.1:${port}/api/me`,
        async cpuTime() {
          child.send('cpu')
          const [{ user, system }] = (await once(child, 'message')) as [NodeJS.CpuUsage]
          return user + system
        },
      }
    })
    return await action(await Promise.all(servers))
  } finally {
    for (const { child } of children) child.kill()
    program.remove()
  }
}
