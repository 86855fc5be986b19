import { spawn, type ChildProcess } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { isModuleOutcome, type ModuleOutcome } from './module-outcome.js'
import { runModule } from './run-module.js'

/** How the process of a module ended, and what it wrote. */
export interface ModuleRun {
  readonly end: ModuleOutcome | ModuleExit | { readonly kind: 'too-slow' }
  /** Both stdout and stderr, cut if there is very much of it. */
  readonly output: string
}

/** The process ended by itself before there was an outcome. */
export interface ModuleExit {
  readonly kind: 'exit'
  readonly code: number | null
  readonly signal: string | null
}

/**
 * Runs a module in a process of its own, which is ended as soon as there is an outcome or the time is over, whatever the module is still
 * doing. Its output is kept, so that none of it is mixed with ours.
 *
 * @param limit.timeout Milliseconds.
 */
export async function startModule(
  path: string,
  { cwd, timeout }: { cwd: string; timeout: number },
): Promise<ModuleRun> {
  const argv = [...ownArguments(), '--eval', PROGRAM, pathToFileURL(path).href]
  const child = spawn(process.execPath, argv, { cwd, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  running.add(child)
  const output = collectOutput(child)
  const closed = new Promise((resolve) => child.once('close', resolve))
  const end = await firstEnd(child, timeout)
  child.kill('SIGKILL')
  // what the module started itself may keep its streams open
  await Promise.race([closed, pause(GRACE_MS)])
  child.stdout?.destroy()
  child.stderr?.destroy()
  running.delete(child)
  return { end, output: output() }
}

const PROGRAM = `(${String(runModule)})((address) => import(address), process.argv[1])`

/** To read what the process wrote before it ended. */
const GRACE_MS = 1000

/** Nothing must outlive the program: a module that runs in circles notices no other end. */
const running = new Set<ChildProcess>()
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')))

/** What Node itself was told, such as conditions. But two processes cannot share the port of a debugger. */
function ownArguments(): string[] {
  return process.execArgv.filter((argument) => !argument.startsWith('--inspect'))
}

function firstEnd(child: ChildProcess, timeout: number): Promise<ModuleRun['end']> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'too-slow' }), timeout)
    const settle = (end: ModuleRun['end']): void => {
      clearTimeout(timer)
      resolve(end)
    }
    child.on('message', (message) => isModuleOutcome(message) && settle(message))
    child.once('exit', (code, signal) => settle({ kind: 'exit', code, signal }))
    child.once('error', ({ message }) => settle({ kind: 'failed', reason: message }))
  })
}

function collectOutput({ stdout, stderr }: ChildProcess): () => string {
  let text = ''
  let isCut = false
  for (const stream of [stdout, stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      isCut ||= text.length + chunk.length > MOST_OUTPUT
      text = (text + chunk).slice(0, MOST_OUTPUT)
    })
  }
  return () => {
    const ended = text === '' || text.endsWith('\n') ? text : `${text}\n`
    return isCut ? `${ended}… and more, which is left out.\n` : ended
  }
}

/** In UTF-16 code units. Nobody reads more. */
const MOST_OUTPUT = 64_000

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
}
