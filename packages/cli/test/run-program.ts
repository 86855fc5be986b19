import { mkdtempSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { onTestFinished } from 'vitest'
import type { Environment, ExitCode } from '../src/context.js'
import { run } from '../src/run.js'
import { fetchFromAddresses } from '../src/sources/fetch-from-addresses.js'

/** The result of a run of the program. */
export interface Outcome {
  readonly code: ExitCode
  readonly stdout: string
  readonly stderr: string
}

/** Runs the program in this process. */
export async function runProgram(argv: readonly string[], changes: Partial<Environment> = {}): Promise<Outcome> {
  const [stdout, stderr] = [recordingStream(), recordingStream()]
  const environment: Environment = {
    stdin: Readable.from([]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    cwd: '/',
    env: {},
    fetch: fetchFromAddresses,
    lookup: async () => [],
    // a browser belongs in the end-to-end tests
    loadPlaywright: async () => Promise.reject(new Error('no browser in this test')),
    timeout: 10_000,
    stop: new AbortController().signal,
    ...changes,
  }
  return { code: await run(argv, environment), stdout: stdout.text(), stderr: stderr.text() }
}

/** Creates a folder with files. It is removed after the test. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'haiilo-kit-cli-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** Creates a stream that looks like a terminal. */
export function terminal(columns = 100): { readonly stream: NodeJS.WritableStream; readonly text: () => string } {
  const { stream, text } = recordingStream()
  return { stream: Object.assign(stream, { isTTY: true, columns, getColorDepth: () => 8 }), text }
}

function recordingStream(): { readonly stream: NodeJS.WritableStream; readonly text: () => string } {
  const stream = new PassThrough({ encoding: 'utf8' })
  const chunks: string[] = []
  stream.on('data', (chunk: string) => chunks.push(chunk))
  return { stream, text: () => chunks.join('') }
}
