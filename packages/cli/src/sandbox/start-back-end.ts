import { watch } from 'chokidar'
import { existsSync, statSync, type Stats } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import type { CommandContext } from '../context.js'
import { reasonOf, SourceError } from '../sources/source-error.js'
import { startCommand, type RunningCommand } from './start-command.js'

/** The author's back end, which runs together with the sandbox. */
export interface BackEndProgram {
  /** Starts it again, even if it has ended. */
  readonly restart: () => void
  readonly stop: () => Promise<void>
}

/** Milliseconds that a back end has to end after SIGTERM. An open connection must not prevent the next start. */
const GRACE = 3000

/** Milliseconds without a change before a restart, because editors and Git write several files. */
const QUIET = 100

/**
 * Starts a program of Node, and starts it again after each change of its folder or of `.env`.
 *
 * `node --watch` would be less reliable: on Linux, it loses a file that Git or an editor removes and writes again.
 *
 * @param file Relative to the current folder.
 * @throws {SourceError} There is no such file.
 */
export function startBackEnd(file: string, context: CommandContext): BackEndProgram {
  const { cwd, stdout, stderr } = context
  const path = resolve(cwd, file)
  if (!isFile(path))
    throw new SourceError(`There is no file ${file}. Pass the file that starts your back end, such as server/main.ts.`)
  const folder = dirname(path)
  const envFile = join(cwd, '.env')
  // this variable is the port of the development server
  const { PORT: _, ...env } = context.env
  const watcher = watch([folder, envFile], {
    ignoreInitial: true,
    ignored: (changed, stats) => changed !== folder && isIgnored(changed, stats),
  })
  let timer: NodeJS.Timeout | undefined
  let running: RunningCommand | undefined
  let replacing = Promise.resolve()
  let isStopped = false

  // not earlier, so that no change is lost between the start and the first event
  watcher.once('ready', start)
  watcher.on('all', restart)
  watcher.on('error', (error) => stderr.text(`Changes of the back end are not noticed: ${reasonOf(error)}.\n`))
  return {
    restart,
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await Promise.all([watcher.close(), replacing])
      await end()
    },
  }

  function start(): void {
    const settings = existsSync(envFile) ? [`--env-file=${envFile}`] : []
    const started = startCommand([process.execPath, ...settings, path], {
      ...context,
      env: { ...env, NODE_ENV: 'development' },
    })
    running = started
    const outcome = started.ended.then(
      (code) => `ended with ${code === null ? 'a signal' : `exit code ${code}`}`,
      (error: unknown) => `cannot be started: ${reasonOf(error)}`,
    )
    void outcome.then((text) => {
      if (running !== started) return
      const name = relative(cwd, folder) || 'this folder'
      stderr.text(`The back end ${text}. It starts again when a file in ${name} changes.\n`)
    })
  }

  function restart(): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      replacing = replacing.then(replace)
    }, QUIET)
  }

  async function replace(): Promise<void> {
    await end()
    if (isStopped) return
    stdout.text('The back end starts again.\n')
    start()
  }

  async function end(): Promise<void> {
    const ending = running
    running = undefined
    if (!ending) return
    ending.stop()
    const kill = setTimeout(() => ending.stop('SIGKILL'), GRACE)
    await Promise.allSettled([ending.ended])
    clearTimeout(kill)
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}

/** Ignores all files except code and settings, such as those of a database. */
function isIgnored(path: string, stats?: Stats): boolean {
  const name = basename(path)
  if (name === '.env') return false
  return stats?.isFile() ? !/\.(?:[cm]?[jt]s|json)$/.test(name) : name === 'node_modules' || name.startsWith('.')
}
