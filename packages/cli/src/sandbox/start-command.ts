import { spawn, type ChildProcess } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'
import { codeOf, SourceError } from '../sources/source-error.js'
import type { Writer } from '../terminal/writer.js'

/** A program that runs together with the sandbox, usually a development server. */
export interface RunningCommand {
  /** The first local URL that the program prints. Never settles if it prints none. */
  readonly address: Promise<URL>
  /** The exit code; `null` if a signal ended it. Rejects if it cannot be started, with a {@link SourceError} if there is no such program. */
  readonly ended: Promise<number | null>
  /** Stops the program and all processes that it started. */
  readonly stop: (signal?: 'SIGTERM' | 'SIGKILL') => void
}

/** The part of the command context that a started program uses. */
interface CommandParts {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: Pick<Writer, 'text' | 'isStyled'>
}

/**
 * Starts a program and prints its output, in colour if the terminal supports it.
 *
 * @param command The program and its arguments.
 */
export function startCommand(
  [program = '', ...args]: readonly string[],
  { cwd, env, stdout }: CommandParts,
): RunningCommand {
  const isWindows = process.platform === 'win32'
  const child = spawn(program, args, {
    cwd,
    env: { ...(stdout.isStyled && { FORCE_COLOR: '1' }), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // on Windows, npm and npx are scripts, which need a shell. Node needs none, and its path can contain spaces
    shell: isWindows && program !== process.execPath,
    // in its own process group, because npm does not pass signals on to all processes that it starts
    detached: !isWindows,
  })
  running.add(child)
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', (error) => reject(startError(program, error)))
    child.once('close', resolve)
  }).finally(() => running.delete(child))
  // prevents an unhandled rejection if the caller awaits it later
  ended.catch(() => undefined)
  const address = new Promise<URL>((resolve) => {
    let text = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        const plain = stripVTControlCharacters(chunk)
        stdout.text(stdout.isStyled ? chunk : plain)
        text = (text + plain).slice(-LONGEST_LINE)
        const found = localAddress(text)
        if (found) resolve(found)
      })
    }
  })
  return { address, ended, stop: (signal) => stop(child, signal) }
}

function startError(program: string, error: Error): Error {
  if (codeOf(error) !== 'ENOENT') return error
  const message = `There is no program ${program}. Install it, or run it with npx: \`haiilo-kit sandbox -- npx ${program}\`.`
  return new SourceError(message, { cause: error })
}

/** Characters. Enough to find a URL that arrives in two chunks. */
const LONGEST_LINE = 4096

/** The first complete local http or https URL in a text. */
function localAddress(text: string): URL | undefined {
  const [, address] = /(https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)(?::\d+)?[^\s"'<>]*)\s/.exec(text) ?? []
  const url = address === undefined ? null : URL.parse(address)
  if (url?.hostname === '0.0.0.0') url.hostname = 'localhost'
  return url ?? undefined
}

const running = new Set<ChildProcess>()

// the development server must stop with the sandbox
process.once('exit', () => running.forEach((child) => stop(child)))

function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): void {
  if (child.pid === undefined || child.exitCode !== null) return
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'])
    else process.kill(-child.pid, signal)
  } catch {
    // the group has ended already
  }
}
