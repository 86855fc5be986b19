// Runs other programs and keeps what they say, for checks that print it only where something went wrong. Guards against output of tools in
// the middle of a table, and against a pnpm of another version than the pinned one.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The environment of the repository's own tools. */
export const env = { ...process.env, PATH: [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter) }

/** Runs a command and resolves when it ended well; rejects with all that it said. */
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

/** Runs the pinned pnpm: inside `pnpm run` there is one; otherwise npx fetches it. */
export function pnpm(args, options) {
  if (/pnpm/.test(process.env['npm_config_user_agent'] ?? '')) return run('pnpm', args, options)
  return run('npx', ['--yes', readJson(join(root, 'package.json')).packageManager, ...args], options)
}

export function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
