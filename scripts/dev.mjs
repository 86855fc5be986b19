// `npm start`: the sandbox (Storybook) and the example plug-in in every framework, and their addresses once all answer. Guards against a
// first minute spent on reading logs: what the servers say is kept back unless one of them fails.
import { spawn } from 'node:child_process'
import { connect } from 'node:net'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { killGroup, onEnd, ownGroup } from './on-end.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

const SERVERS = [
  {
    name: 'The sandbox',
    about: 'a plug-in inside a simulated Haiilo Home',
    addresses: [['', 'http://localhost:6006']],
    folder: 'stories',
    command: 'storybook dev --port 6006 --exact-port --ci --no-open',
  },
  {
    name: 'The examples',
    about: 'the plug-in by itself in every framework, waiting for a host',
    // in the order in which they are started
    addresses: [
      ['React', 'http://127.0.0.1:4102'],
      ['Vue', 'http://127.0.0.1:4106'],
      ['Angular', 'http://127.0.0.1:4107'],
      ['no framework', 'http://127.0.0.1:4108'],
    ],
    folder: '.',
    command: 'node scripts/serve-examples.mjs',
  },
]

/** Longer than a cold start takes on a slow machine. */
const START_LIMIT_MS = 120_000

const children = new Set()
let ending = false
onEnd(() => end(0))

await Promise.all(SERVERS.flatMap(({ name, addresses }) => addresses.map(([, url]) => refuseBusyPort(name, url))))
console.log('Starting the sandbox and the examples …')
await Promise.all(SERVERS.map(start))
if (!ending) {
  const lines = SERVERS.flatMap(({ name, about, addresses }) => [
    `${name}: ${about}`,
    ...addresses.map(([label, url]) => `  ${url}${label && `  ${label}`}`),
    '',
  ])
  console.log(box([...lines, 'Ctrl-C ends both.']))
}

/** Starts a server and waits until it answers. */
async function start({ name, addresses, folder, command }) {
  const child = spawn(command, {
    cwd: join(root, folder),
    env: {
      ...process.env,
      PATH: [join(root, folder, 'node_modules/.bin'), join(root, 'node_modules/.bin'), process.env.PATH].join(
        delimiter,
      ),
      STORYBOOK_DISABLE_TELEMETRY: '1',
      BROWSER: 'none',
    },
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...ownGroup,
  })
  children.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      // enough to see why it failed, however long it runs
      output = (output + data).slice(-20_000)
    })
  }
  const fail = (what) => {
    if (ending) return
    console.error(`\n${output.trim()}\n\n${name} (in ${folder}) ${what}. What it said is above.`)
    end(1)
  }
  child.on('close', (code) => {
    children.delete(child)
    fail(`ended with ${code}`)
  })
  const [, url] = addresses.at(-1)
  if (!(await answers(url))) fail(`did not answer at ${url} within ${START_LIMIT_MS / 1000} seconds`)
}

async function answers(url) {
  const deadline = performance.now() + START_LIMIT_MS
  while (!ending && performance.now() < deadline) {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined)
    await response?.body?.cancel()
    if (response?.ok) return true
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return false
}

async function refuseBusyPort(name, url) {
  const { hostname, port } = new URL(url)
  const hosts = hostname === 'localhost' ? ['127.0.0.1', '::1'] : [hostname]
  const busy = await Promise.all(hosts.map((host) => isListening(host, Number(port))))
  if (!busy.includes(true)) return
  const find = process.platform === 'win32' ? `netstat -ano | findstr :${port}` : `lsof -i :${port}`
  console.error(`${name} needs port ${port}, and another program listens there; perhaps an earlier npm start.`)
  console.error(`End that program and try again. To find it: ${find}`)
  process.exit(1)
}

function isListening(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port })
    const finish = (answer) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => finish(true))
    socket.once('error', () => finish(false))
  })
}

function end(code) {
  ending = true
  process.exitCode = code
  for (const child of children) killGroup(child)
  // who does not go when asked is made to
  setTimeout(() => [...children].forEach((child) => killGroup(child, 'SIGKILL')), 3000).unref()
}

function box(lines) {
  const width = Math.max(...lines.map(({ length }) => length))
  const rule = '─'.repeat(width + 2)
  return ['', `╭${rule}╮`, ...lines.map((line) => `│ ${line.padEnd(width)} │`), `╰${rule}╯`].join('\n')
}
