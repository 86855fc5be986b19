import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createSimulatedTenant } from '@haiilo-kit/simulator/back-end'
import autocannon, { type Instance, type Options, type Result } from 'autocannon'
import { bundleProgram } from '../bundle-program.js'
import { quantile, type Row } from './row.js'

/** The same server each time. Only the function that verifies the user differs. */
const PROGRAM = `
import { createServer } from 'node:http'
import { importJWK, jwtVerify } from 'jose'
import { createHaiiloBackend, memoryStore, requireHaiiloUser, sqliteStore, toNodeHandler } from '../src/index.js'

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
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
`

const VARIANTS = ['none', 'kit', 'jwtVerify', 'subtle'] as const
const ROUNDS = 8
const FRESH = 600
const REQUESTS_PER_TOKEN = 20
const CONNECTIONS = 10

/** Requests per second of `GET /api/me`, with a fresh token for each request, and with each token for 20 requests. */
export async function measureUsers(): Promise<readonly Row[]> {
  const tenant = createSimulatedTenant()
  const { issuer, tenantId, pluginId } = tenant
  const { key: jwk } = await tenant.keyDocument()
  const program = await bundleProgram(PROGRAM)
  const servers = await Promise.all(
    VARIANTS.map(async (variant) => {
      const file = program.file.replace('program.mjs', `${variant}.db`)
      const settings = { variant, jwk, installation: { issuer, tenantId, pluginId }, file }
      const child = spawn(process.execPath, ['--no-warnings', program.file, JSON.stringify(settings)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const [port] = (await once(child.stdout, 'data')) as [Buffer]
      return { variant, child, url: `http://127.0.0.1:${String(port).trim()}/api/me` }
    }),
  )

  async function tokens(count: number): Promise<readonly string[]> {
    return Promise.all(Array.from({ length: count }, () => tenant.signUser()))
  }

  async function perSecond(url: string, usable: readonly string[], uses: number): Promise<number> {
    let sent = 0
    const amount = usable.length * uses
    const started = performance.now()
    let ended = started
    const running = start({
      url,
      amount,
      connections: CONNECTIONS,
      requests: [
        {
          setupRequest: (request) => ({
            ...request,
            headers: {
              ...request.headers,
              authorization: `Bearer ${usable[Math.floor(sent++ / uses) % usable.length]}`,
            },
          }),
        },
      ],
    })
    // autocannon itself ends at the next full second
    running.instance.on('response', () => (ended = performance.now()))
    const result = await running.result
    if (result['2xx'] !== amount) throw new Error(`${result.non2xx} requests were refused`)
    return amount / ((ended - started) / 1000)
  }

  async function measureUse(uses: number): Promise<ReadonlyMap<string, readonly number[]>> {
    const results = new Map<string, number[]>(VARIANTS.map((variant) => [variant, []]))
    for (let round = 0; round <= ROUNDS; round++) {
      for (const { variant, url } of servers) {
        const rate = await perSecond(url, await tokens(uses === 1 ? FRESH : (5 * FRESH) / uses), uses)
        // the first round warms up
        if (round > 0) results.get(variant)?.push(rate)
      }
    }
    return results
  }

  try {
    return [
      ...rowsOf('a fresh token for each request', await measureUse(1), { jwtVerify: 1 }),
      ...rowsOf(`each token for ${REQUESTS_PER_TOKEN} requests`, await measureUse(REQUESTS_PER_TOKEN), { none: 0.9 }),
    ]
  } finally {
    for (const { child } of servers) child.kill()
    program.remove()
  }
}

/** Starts a load. The types of autocannon allow a promise or events, but not both. */
function start(options: Options): { readonly instance: Instance; readonly result: Promise<Result> } {
  const { promise, resolve, reject } = Promise.withResolvers<Result>()
  const instance = autocannon(options, (error: unknown, result) => (error ? reject(error) : resolve(result)))
  return { instance, result: promise }
}

const NAMES: Readonly<Record<string, string>> = {
  none: 'the same server without verification',
  jwtVerify: 'jwtVerify of jose',
  subtle: 'crypto.subtle.verify alone',
}

function rowsOf(
  what: string,
  results: ReadonlyMap<string, readonly number[]>,
  limits: Readonly<Record<string, number>>,
): readonly Row[] {
  const kit = results.get('kit') ?? []
  const ratios = Object.entries(NAMES).map(([variant, name]): Row => {
    const values = kit.map((rate, round) => rate / (results.get(variant)?.[round] ?? Number.NaN))
    const limit = limits[variant]
    return {
      name: `users: ${what}, compared with ${name}`,
      // other programs can only slow a round down, so the best rounds are compared
      value: Math.max(...kit) / Math.max(...(results.get(variant) ?? [])),
      unit: '×',
      spread: [quantile(values, 0.25), quantile(values, 0.75)],
      ...(limit !== undefined && { limit: { least: limit } }),
    }
  })
  return [
    { name: `users: ${what}`, value: Math.round(Math.max(...kit)), unit: 'requests/s', note: 'sqliteStore' },
    ...ratios,
  ]
}
