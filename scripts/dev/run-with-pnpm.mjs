// Runs a script of package.json on a machine that has only Node and npm: fetches the pinned pnpm through npx, installs where what is
// installed is not what the lockfile says, and then runs it. Guards against a first minute of "first install this, then that".
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onShutdown } from '../lib/shutdown.mjs'

// this file runs on any Node that pnpm takes; everything below it gets the pinned one
const root = fileURLToPath(new URL('../..', import.meta.url))
const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const windows = process.platform === 'win32'
// npm hands its own settings down as npm_config_* variables, which pnpm would read as its own
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_(config|package|lifecycle)_/i.test(name)),
)

let running
onShutdown((code) => {
  running?.kill()
  process.exitCode = code
})

const stamp = join(root, 'node_modules/.installed')
const installed = readStamp()
const pnpmFolder = installed.pnpmFolder ?? fetchPnpm()
if (installed.fingerprint !== fingerprint()) {
  console.log('Installing …')
  await pnpm('install', '--frozen-lockfile')
  writeFileSync(stamp, JSON.stringify({ fingerprint: fingerprint(), packageManager, pnpmFolder }))
}
// where no pinned Node exists for the platform, the developer's own runs all scripts
if (!existsSync(join(root, 'node_modules/.bin/node'))) await import('../lib/require-node.mjs')
// silent: the last line of a run is the script's own, not pnpm's word on how it ended
await pnpm('--silent', 'run', ...process.argv.slice(2))

/** What the last install was made from, and where npx has put pnpm: asking npx again takes seconds. */
function readStamp() {
  if (!existsSync(stamp)) return {}
  const installed = JSON.parse(readFileSync(stamp, 'utf8'))
  return installed.packageManager === packageManager && isPnpmFolder(installed.pnpmFolder) ? installed : {}
}

/** What an install depends on, by content: a checkout changes the times of files, not what is to be installed. */
function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${packageManager}`)
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** Has npx fetch the pinned pnpm, and finds it on the path that npx makes for its commands. */
function fetchPnpm() {
  const { stdout, status, error } = spawnSync(
    'npx',
    ['--yes', `--package=${packageManager}`, '--', 'node', '-p', 'process.env.PATH'],
    {
      env,
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: windows,
    },
  )
  const folder = status === 0 ? stdout.trim().split(delimiter).find(isPnpmFolder) : undefined
  if (folder) return folder
  console.error(`npx could not fetch ${packageManager}. ${error?.message ?? 'Is the npm registry within reach?'}`)
  process.exit(1)
}

function isPnpmFolder(folder) {
  return existsSync(join(folder, windows ? 'pnpm.cmd' : 'pnpm'))
}

async function pnpm(...args) {
  const child = spawn('pnpm', args, {
    cwd: root,
    env: { ...env, PATH: [pnpmFolder, process.env.PATH].join(delimiter) },
    stdio: 'inherit',
    shell: windows,
  })
  running = child
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) process.exit(process.exitCode ?? code ?? 1)
}
