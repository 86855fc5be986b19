import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { onTestFinished } from 'vitest'
import { run, type Environment } from '../src/run.js'

/** The result of a run of the program. */
export interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Creates an empty folder. It is removed after the test. */
export function emptyFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'create-haiilo-plugin-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Runs the program in this process, without a terminal. */
export async function runProgram(argv: readonly string[], changes: Partial<Environment> = {}): Promise<Outcome> {
  const [stdout, stderr] = [recordingStream(), recordingStream()]
  const code = await run(argv, {
    stdin: new PassThrough(),
    stdout: stdout.stream,
    stderr: stderr.stream,
    cwd: emptyFolder(),
    env: {},
    stop: new AbortController().signal,
    ...changes,
  })
  return { code, stdout: stdout.text(), stderr: stderr.text() }
}

/** The program at a terminal, with a person who reads and types. */
export interface Terminal {
  /** Waits until the text appears, and types keys. */
  readonly answer: (question: string, keys: string) => Promise<void>
  readonly outcome: Promise<Outcome>
}

/** Starts the program at a terminal. */
export function openTerminal(argv: readonly string[], cwd: string): Terminal {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, isRaw: false, setRawMode: () => stdin })
  const { stream, text } = recordingStream()
  const stdout = Object.assign(stream, { isTTY: true, columns: 100, rows: 40 })
  let seen = 0
  return {
    outcome: runProgram(argv, { stdin, stdout, cwd }).then(({ code, stderr }) => ({ code, stderr, stdout: text() })),
    async answer(question, keys) {
      while (!text().slice(seen).includes(question)) await new Promise((resolve) => stdout.once('data', resolve))
      seen = text().length
      // the prompt listens after it has drawn itself
      await new Promise(setImmediate)
      stdin.write(keys)
    },
  }
}

function recordingStream(): { readonly stream: PassThrough; readonly text: () => string } {
  const stream = new PassThrough({ encoding: 'utf8' })
  const chunks: string[] = []
  stream.on('data', (chunk: string) => chunks.push(chunk))
  return { stream, text: () => stripVTControlCharacters(chunks.join('')) }
}
