// Runs a script of package.json on a machine that has only Node and npm. Fetches the pinned pnpm with npx, and installs if the lockfile has
// changed since the last install. Guards against a long list of things to install first.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onShutdown } from '../lib/shutdown.mjs'

// this file runs in any Node that pnpm supports; the scripts run in the pinned one
const root = fileURLToPath(new URL('../..', import.meta.url))
const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const windows = process.platform === 'win32'
// npm passes its settings on as npm_config_* variables, and pnpm would read them
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
// without a pinned Node for the platform, the developer's own Node runs all scripts
if (!existsSync(join(root, 'node_modules/.bin/node'))) await import('../lib/require-node.mjs')
// silent: the last line of a run must be that of the script, not a message of pnpm
await pnpm('--silent', 'run', ...process.argv.slice(2))

/** The fingerprint of the last install, and the folder of pnpm, because npx takes seconds to find it again. */
function readStamp() {
  if (!existsSync(stamp)) return {}
  const installed = JSON.parse(readFileSync(stamp, 'utf8'))
  return installed.packageManager === packageManager && isPnpmFolder(installed.pnpmFolder) ? installed : {}
}

/** Identifies what an install depends on, by content: a checkout changes the times of files. */
function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${packageManager}`)
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** Fetches the pinned pnpm with npx, and finds it in the PATH that npx sets for its commands. */
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
  console.error(
    `npx could not fetch ${packageManager}. ${error?.message ?? 'Can this machine reach the npm registry?'}`,
  )
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
