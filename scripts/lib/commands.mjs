// Runs other programs and keeps their output, so that checks print it only after a failure. Also runs the pinned version of pnpm.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The environment of the repository's own tools. */
export const env = { ...process.env, PATH: [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter) }

/** Runs a command. Resolves if its exit code is 0, and rejects with its output otherwise. */
export function run(command, args, { cwd = root, env: environment = env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: environment, shell: process.platform === 'win32' })
    let output = ''
    child.stdout.on('data', (data) => (output += data))
    child.stderr.on('data', (data) => (output += data))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(output || `${command} ended with ${code}`))
    })
  })
}

/** Runs the pinned pnpm: the current one inside of `pnpm run`, otherwise through npx. */
export function pnpm(args, options) {
  if (/pnpm/.test(process.env['npm_config_user_agent'] ?? '')) return run('pnpm', args, options)
  return run('npx', ['--yes', readJson(join(root, 'package.json')).packageManager, ...args], options)
}

export function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
