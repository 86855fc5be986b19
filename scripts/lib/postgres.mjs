// Finds PostgreSQL and starts it on a free loopback port with an empty database in a temporary folder. Installs it as root on Debian. Guards
// against tests that use a database with other data, or that pass because there was no database.
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { installOnDebian, isDebianRoot } from './debian.mjs'
import { freePort } from './free-port.mjs'

const DEBIAN_FOLDER = '/usr/lib/postgresql'
const START_TIMEOUT_MS = 60_000
const CONNECT_TIMEOUT_MS = 10_000

const REMEDY = [
  'The tests of the PostgreSQL store need a PostgreSQL server. Use one of these:',
  '  apt-get install postgresql                    on Debian and Ubuntu; the tests start it themselves',
  '  POSTGRES_URL=postgres://user:password@host/db an empty database of your own',
].join('\n')

/**
 * Starts a server, or uses the one of POSTGRES_URL. Rejects if that does not answer, or if the installation fails.
 *
 * @returns {Promise<{ url: string, restart: () => Promise<void>, stop: () => Promise<void> } | { missing: string }>} `missing` says how to
 *   install it.
 */
export async function startPostgres() {
  const url = process.env['POSTGRES_URL']
  if (url) {
    await requireServer(url)
    return { url, restart: notOurs, stop: () => Promise.resolve() }
  }
  const programs = findPrograms() ?? (isDebianRoot() ? installPrograms() : undefined)
  return programs ? start(programs) : { missing: REMEDY }
}

/** Rejects if no server listens at the address. The message does not contain the password. */
async function requireServer(text) {
  const url = URL.parse(text)
  if (!url) throw new Error('POSTGRES_URL is not a URL. Expected postgres://user:password@host:port/database.')
  // without a host, the server is at a socket file
  if (url.hostname === '') return
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port || 5432)
  const socket = connect({ host, port, timeout: CONNECT_TIMEOUT_MS })
  const problem = await new Promise((resolve) => {
    socket.once('connect', () => resolve(undefined))
    socket.once('timeout', () => resolve('ETIMEDOUT'))
    socket.once('error', ({ code }) => resolve(code))
  })
  socket.destroy()
  if (problem)
    throw new Error(
      `POSTGRES_URL names ${host}:${port}, where no server answers (${problem}). Start the server, or unset POSTGRES_URL.`,
    )
}

function notOurs() {
  return Promise.reject(new Error('POSTGRES_URL names a server that is not ours to restart. Unset it.'))
}

/** The folder with `initdb` and `postgres`. Debian does not put it on the PATH. */
function findPrograms() {
  const versions = existsSync(DEBIAN_FOLDER) ? readdirSync(DEBIAN_FOLDER) : []
  const newestFirst = versions
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => join(DEBIAN_FOLDER, version, 'bin'))
  const onPath = (process.env['PATH'] ?? '').split(delimiter)
  return [...newestFirst, ...onPath].find((folder) =>
    ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))),
  )
}

function installPrograms() {
  installOnDebian(['postgresql'], REMEDY)
  return findPrograms()
}

async function start(programs) {
  const folder = mkdtempSync(join(tmpdir(), 'haiilo-postgres-'))
  const user = ownUser()
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const options = ['--pgdata', data, '--username', 'haiilo', '--auth', 'trust', '--encoding', 'UTF8', '--no-sync']
  const { status, stderr } = spawnSync(join(programs, 'initdb'), options, { ...user, cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`initdb failed.\n${stderr}`)
  const port = await freePort()
  const url = `postgres://haiilo@127.0.0.1:${port}/postgres`
  let server = await run(programs, data, port, user)
  const stopServer = () => stop(server)
  return {
    url,
    async restart() {
      await stopServer()
      server = await run(programs, data, port, user)
    },
    async stop() {
      await stopServer()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root. Debian's package creates a user for it. */
function ownUser() {
  if (process.getuid?.() !== 0) return {}
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout),
  )
  return { uid, gid }
}

async function run(programs, data, port, user) {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=60'].flatMap((each) => [
    '-c',
    each,
  ])
  const server = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
    ...user,
    cwd: data,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let log = ''
  server.stderr.setEncoding('utf8').on('data', (text) => (log += text))
  const deadline = performance.now() + START_TIMEOUT_MS
  while (!log.includes('ready to accept connections')) {
    if (server.exitCode !== null || performance.now() > deadline) throw new Error(`PostgreSQL did not start.\n${log}`)
    await delay(20)
  }
  return server
}

/** Closes all connections at once (“fast shutdown”), and waits until the server has ended. */
function stop(server) {
  if (server.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    server.once('exit', resolve)
    server.kill('SIGINT')
  })
}
