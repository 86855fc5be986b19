import { spawn, type ChildProcess } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'
import type { Writer } from '../terminal/writer.js'

/** A program that the author starts together with the sandbox, mostly a development server. */
export interface RunningCommand {
  /** The first local URL that the program prints. Never settles if it prints none. */
  readonly address: Promise<URL>
  /** The exit code; `null` if a signal ended it. Rejects if it cannot be started. */
  readonly ended: Promise<number | null>
  /** Ends the program with all processes that it started. */
  readonly stop: () => void
}

/** The part of the command context that a started program uses. */
interface CommandParts {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: Pick<Writer, 'text' | 'isStyled'>
}

/**
 * Starts a program and passes on what it prints, with its colours where they can be shown.
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
    // npm and npx are scripts on Windows, which only a shell starts
    shell: isWindows,
    // a group of its own: npm does not pass signals on to everything that it starts
    detached: !isWindows,
  })
  running.add(child)
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  }).finally(() => running.delete(child))
  // the caller may wait for it late
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
  return { address, ended, stop: () => stop(child) }
}

/** Enough to find a URL that arrives in two chunks. */
const LONGEST_LINE = 4096

/** The first complete local http or https URL in a text. */
function localAddress(text: string): URL | undefined {
  const [, address] = /(https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)(?::\d+)?[^\s"'<>]*)\s/.exec(text) ?? []
  const url = address === undefined ? null : URL.parse(address)
  if (url?.hostname === '0.0.0.0') url.hostname = 'localhost'
  return url ?? undefined
}

const running = new Set<ChildProcess>()

// a development server must not outlive the sandbox
process.once('exit', () => running.forEach(stop))

function stop(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'])
    else process.kill(-child.pid, 'SIGTERM')
  } catch {
    // the group has ended already
  }
}
