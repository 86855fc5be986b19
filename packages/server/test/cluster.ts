import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { bundleProgram } from './bundle-program.js'

/** Several processes with the same back end. */
export interface Cluster {
  /** A `fetch` that sends each request to the next process that runs. The origin of the URL does not matter. */
  readonly fetch: typeof fetch
  /** Kills a process with SIGKILL, and starts another one in its place. */
  readonly replace: (index: number) => Promise<void>
  readonly close: () => Promise<void>
}

export interface ClusterOptions {
  readonly size: number
  /** The database. */
  readonly url: string
  /** The tenant's public key. */
  readonly jwk: object
  readonly issuer: string
}

/** The program of each process. It counts each run of a handler in the table `runs`, and the effect of the handler in `effects`. */
const PROGRAM = `
import { createServer } from 'node:http'
import pg from 'pg'
import { createHaiiloBackend, postgresStore, requireHaiiloUser, toNodeHandler } from '../src/index.js'

const { url, jwk, issuer } = JSON.parse(process.argv[2])
const pool = new pg.Pool({ connectionString: url, max: 2 })
pool.on('error', () => undefined)
const backend = createHaiiloBackend({
  manifest: { lifecycle: { url: '/haiilo/', events: ['install', 'uninstall', 'instance_add', 'instance_remove'] } },
  store: postgresStore(url, { connections: 5 }),
  trust: [{ issuer, keys: [jwk] }],
  handlerTimeout: 1000,
  onError: () => undefined,
  on: {
    async instanceAdd({ instanceId }, { atCommit }) {
      atCommit('insert into effects (instance_id) values ($1)', [instanceId])
      await pool.query('insert into runs (instance_id) values ($1)', [instanceId])
    },
  },
})
const me = requireHaiiloUser(backend, (request, { userId }) => Response.json({ userId, pid: process.pid }))
const server = createServer(toNodeHandler((request) => request.url.endsWith('/api/me') ? me(request) : backend(request)))
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
process.once('SIGTERM', async () => { server.close(); await backend.close(); process.exit() })
`

interface Member {
  readonly child: ChildProcess
  readonly origin: string
}

/** Starts `size` processes on free ports, and resolves when all of them accept requests. */
export async function startCluster({ size, ...settings }: ClusterOptions): Promise<Cluster> {
  const program = await bundleProgram(PROGRAM)
  const start = async (): Promise<Member> => {
    const child = spawn(process.execPath, ['--no-warnings', program.file, JSON.stringify(settings)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`the process ended with ${String(code)}`)
    })
    const [port] = (await Promise.race([once(child.stdout, 'data'), ended])) as [Buffer]
    ended.catch(() => undefined)
    return { child, origin: `http://127.0.0.1:${String(port).trim()}` }
  }
  const members: (Member | undefined)[] = await Promise.all(Array.from({ length: size }, start))
  let turn = 0

  function nextOrigin(): string {
    const running = members.filter((member) => member !== undefined)
    const member = running[turn++ % running.length]
    if (!member) throw new TypeError('no process runs')
    return member.origin
  }

  return {
    fetch: async (input, init) => {
      const request = new Request(input, init)
      const { pathname } = new URL(request.url)
      return fetch(new Request(nextOrigin() + pathname, request), { signal: AbortSignal.timeout(10_000) })
    },
    async replace(index) {
      const member = members[index]
      members[index] = undefined
      member?.child.kill('SIGKILL')
      members[index] = await start()
    },
    async close() {
      const ending = members.map(async (member) => {
        if (member?.child.exitCode !== null || member.child.signalCode !== null) return
        member.child.kill('SIGTERM')
        await once(member.child, 'exit')
      })
      await Promise.all(ending)
      program.remove()
    },
  }
}
