// `npm start`: serves the built Storybook, the documentation, the example plug-in in every framework and its back end, and prints their addresses
// when all answer. `npm run dev` (`--dev`) starts development servers instead, which show changes of the kit. The output of the servers appears only
// if one of them fails.
import '../lib/require-node.mjs'
import { spawn } from 'node:child_process'
import { connect } from 'node:net'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { killGroup, onShutdown, ownGroup } from '../lib/shutdown.mjs'

const isDevelopment = process.argv.includes('--dev')
const root = fileURLToPath(new URL('../..', import.meta.url))

/** All ports are raised by the same number, so that they stay recognisable. */
const SHIFTS = Array.from({ length: 20 }, (_, index) => index * 100)

const SERVERS = [
  {
    name: 'The sandbox',
    about: 'a plug-in inside a simulated Haiilo Home',
    addresses: [['', 'localhost', 6006]],
    ...(!isDevelopment && { pages: [['/docs/', 'the documentation: guides, API reference, errors and rules']] }),
    folder: 'stories',
    command: (shift) =>
      isDevelopment
        ? `storybook dev --port ${6006 + shift} --exact-port --ci --no-open`
        : `node ../scripts/dev/serve-site.mjs ${6006 + shift}`,
  },
  {
    name: 'The examples',
    about: 'the plug-in without a host, in every framework',
    // in the order of their start
    addresses: [
      ['React', '127.0.0.1', 4102],
      ['Vue', '127.0.0.1', 4106],
      ['Angular', '127.0.0.1', 4107],
      ['no framework', '127.0.0.1', 4108],
    ],
    folder: '.',
    command: () => `node scripts/dev/serve-examples.mjs${isDevelopment ? '' : ' --built'}`,
  },
  {
    name: 'The back end',
    about: 'the example in React with its back end, in a sandbox that sends events',
    addresses: [
      ['sandbox', 'localhost', 4400],
      ['back end', '127.0.0.1', 4112],
    ],
    folder: '.',
    command: () => `node scripts/dev/serve-back-end.mjs${isDevelopment ? ' --dev' : ''}`,
  },
]

/** Longer than a cold start on a slow machine. */
const START_LIMIT_MS = 120_000

const children = new Set()
let ending = false
onShutdown(() => end(0))

const shift = await freeShift()
if (shift > 0)
  console.log(`A port is in use, perhaps by an earlier npm start. All ports are ${shift} higher than usual.`)
if (!isDevelopment) await buildPages()
console.log('Starting the servers …')
await Promise.all(SERVERS.map(start))
if (!ending) {
  const lines = SERVERS.flatMap(({ name, about, addresses, pages = [] }) => [
    `${name}: ${about}`,
    ...addresses.map((address) => `  ${urlOf(address)}${address[0] && `  ${address[0]}`}`),
    ...pages.map(([path, text]) => `  ${urlOf(addresses[0])}${path}  ${text}`),
    '',
  ])
  console.log(box([...lines, 'Press Ctrl-C to stop all.']))
}

/** Builds what is served, with its progress. Without changes, this takes less than a second. */
async function buildPages() {
  const child = spawn(process.execPath, ['scripts/dev/build-pages.mjs'], { cwd: root, stdio: 'inherit', ...ownGroup })
  children.add(child)
  const code = await new Promise((resolve) => child.on('close', resolve))
  children.delete(child)
  if (code !== 0) process.exit(process.exitCode ?? code ?? 1)
}

/** Starts a server and waits until it answers. */
async function start({ name, addresses, folder, command }) {
  const child = spawn(command(shift), {
    cwd: join(root, folder),
    env: {
      ...process.env,
      PATH: [join(root, folder, 'node_modules/.bin'), join(root, 'node_modules/.bin'), process.env.PATH].join(
        delimiter,
      ),
      PORT_SHIFT: String(shift),
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
      // enough to see why it failed
      output = (output + data).slice(-20_000)
    })
  }
  const fail = (what) => {
    if (ending) return
    console.error(`\n${output.trim()}\n\n${name} (in ${folder}) ${what}. Its output is above.`)
    end(1)
  }
  child.on('close', (code) => {
    children.delete(child)
    fail(`ended with ${code}`)
  })
  const url = urlOf(addresses.at(-1))
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

function urlOf([, host, port]) {
  return `http://${host}:${port + shift}`
}

/** The first shift that leaves every port free. */
async function freeShift() {
  const addresses = SERVERS.flatMap(({ addresses }) => addresses)
  for (const candidate of SHIFTS) {
    const taken = await Promise.all(addresses.map(([, host, port]) => isTaken(host, port + candidate)))
    if (!taken.includes(true)) return candidate
  }
  console.error(
    `The ports ${addresses.map(([, , port]) => port).join(', ')} and those up to ${SHIFTS.at(-1)} above are in use.`,
  )
  process.exit(1)
}

async function isTaken(hostname, port) {
  const hosts = hostname === 'localhost' ? ['127.0.0.1', '::1'] : [hostname]
  return (await Promise.all(hosts.map((host) => isListening(host, port)))).includes(true)
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
  // forces servers to end that ignore the first signal
  setTimeout(() => [...children].forEach((child) => killGroup(child, 'SIGKILL')), 3000).unref()
}

function box(lines) {
  const width = Math.max(...lines.map(({ length }) => length))
  const rule = '─'.repeat(width + 2)
  return ['', `╭${rule}╮`, ...lines.map((line) => `│ ${line.padEnd(width)} │`), `╰${rule}╯`].join('\n')
}
