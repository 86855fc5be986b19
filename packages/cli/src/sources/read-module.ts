import { spawn, type ChildProcess } from 'node:child_process'
import { access } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import type { CommandContext } from '../context.js'
import { count } from '../terminal/count.js'
import { isModuleOutcome, runModule, type ModuleOutcome } from './module-program.js'
import { fileError } from './read-bytes.js'
import { firstLine, NOT_AN_ERROR, SourceError } from './source-error.js'

/**
 * Runs a program in its own process and reads the manifest that it exports. The output of the program is written to stderr.
 *
 * @returns The manifest as JSON text. If the export cannot be written as JSON, an object for which `parseManifest` reports that.
 * @throws {SourceError} It cannot be loaded, takes too long, or exports no manifest.
 */
export async function readModule(
  path: string,
  { cwd, stderr, timeout }: Pick<CommandContext, 'cwd' | 'stderr' | 'timeout'>,
): Promise<string | object> {
  await access(path).catch((error: unknown) => {
    throw fileError(error)
  })
  const { end, output } = await runInProcess(path, cwd, timeout)
  stderr.text(output)
  if (end.kind === 'json') return end.text
  if (end.kind === 'not-json') return NOT_JSON
  throw new SourceError(problemOf(end, timeout))
}

const NOT_JSON = { toJSON: () => undefined }

/** How the process of a module ended, and its output. */
interface ModuleRun {
  readonly end: ModuleOutcome | ModuleExit | { readonly kind: 'too-slow' }
  /** The output to stdout and stderr, truncated if it is long. */
  readonly output: string
}

/** The process exited before it sent an outcome. */
interface ModuleExit {
  readonly kind: 'exit'
  readonly code: number | null
  readonly signal: string | null
}

function problemOf(end: Exclude<ModuleRun['end'], { kind: 'json' | 'not-json' }>, timeout: number): string {
  switch (end.kind) {
    case 'no-manifest':
      return 'It exports no manifest. Expected a default export or an export named "manifest".'
    case 'unsettled':
      return 'It exports no manifest: it waits for a promise that never settles.'
    case 'too-slow':
      return `It exported no manifest within ${count(timeout / 1000, 'second')}. If it needs more time, increase --timeout.`
    case 'exit':
      return `It exited before it exported a manifest, ${end.signal === null ? `with exit code ${end.code}` : `by ${end.signal}`}.`
    case 'failed':
      return `It cannot be loaded: ${end.reason === undefined ? NOT_AN_ERROR : firstLine(end.reason)}.`
  }
}

/** Kills the process after the first outcome or the timeout. Collects the output, so that it does not mix with that of other sources. */
async function runInProcess(path: string, cwd: string, timeout: number): Promise<ModuleRun> {
  const argv = [...inheritedArguments(), '--eval', PROGRAM, pathToFileURL(path).href]
  const child = spawn(process.execPath, argv, { cwd, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  running.add(child)
  const output = collectOutput(child)
  const closed = new Promise((resolve) => child.once('close', resolve))
  const end = await firstEnd(child, timeout)
  child.kill('SIGKILL')
  // processes that the module started may keep the streams open
  await Promise.race([closed, pause(OUTPUT_GRACE_MS)])
  child.stdout?.destroy()
  child.stderr?.destroy()
  running.delete(child)
  return { end, output: output() }
}

const PROGRAM = `(${String(runModule)})((url) => import(url), process.argv[1])`

/** How long to wait for the output that the process wrote before it was killed. */
const OUTPUT_GRACE_MS = 1000

/** Killed when this process exits: a module in an endless loop does not notice that its parent is gone. */
const running = new Set<ChildProcess>()
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')))

/** Returns Node's own arguments, such as conditions, without `--inspect`: two processes cannot share the port of a debugger. */
function inheritedArguments(): string[] {
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
  let isTruncated = false
  for (const stream of [stdout, stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      isTruncated ||= text.length + chunk.length > MAX_OUTPUT
      text = (text + chunk).slice(0, MAX_OUTPUT)
    })
  }
  return () => {
    const output = text === '' || text.endsWith('\n') ? text : `${text}\n`
    return isTruncated ? `${output}… The output was truncated.\n` : output
  }
}

/** In UTF-16 code units. */
const MAX_OUTPUT = 64_000

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
}
