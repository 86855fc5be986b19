import { mkdtempSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { onTestFinished } from 'vitest'
import type { ExitCode } from '../src/exit-code.js'
import type { World } from '../src/io.js'
import { run } from '../src/run.js'
import { fetchFrom } from '../src/sources/fetch-from.js'

/** What a run of the program left behind. */
export interface Outcome {
  readonly code: ExitCode
  readonly stdout: string
  readonly stderr: string
}

/** Runs the program in this process. */
export async function runProgram(argv: readonly string[], changes: Partial<World> = {}): Promise<Outcome> {
  const [stdout, stderr] = [sink(), sink()]
  const world: World = {
    stdin: Readable.from([]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    cwd: '/',
    env: {},
    fetch: fetchFrom,
    lookup: async () => [],
    timeout: 10_000,
    ...changes,
  }
  return { code: await run(argv, world), stdout: stdout.text(), stderr: stderr.text() }
}

/** A folder with files in it, for the time of a test. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'haiilo-kit-cli-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** A stream that stands for a terminal. */
export function terminal(columns = 100): { readonly stream: NodeJS.WritableStream; readonly text: () => string } {
  const { stream, text } = sink()
  return { stream: Object.assign(stream, { isTTY: true, columns, getColorDepth: () => 8 }), text }
}

function sink(): { readonly stream: NodeJS.WritableStream; readonly text: () => string } {
  const stream = new PassThrough({ encoding: 'utf8' })
  const chunks: string[] = []
  stream.on('data', (chunk: string) => chunks.push(chunk))
  return { stream, text: () => chunks.join('') }
}
