import type { PlaywrightTools } from './doctor/browser/playwright.js'
import type { FetchFromAddresses } from './sources/fetch-from-addresses.js'
import type { Writer } from './terminal/writer.js'

/** Everything that the program uses of its process and the network. Tests replace it. */
export interface Environment {
  readonly stdin: AsyncIterable<string | Uint8Array>
  readonly stdout: NodeJS.WritableStream
  readonly stderr: NodeJS.WritableStream
  /** The absolute path to which other paths are relative. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly fetch: FetchFromAddresses
  /** Looks up the IP addresses of a host name. */
  readonly lookup: (host: string) => Promise<readonly string[]>
  /** Loads the optional packages for `doctor --browser`. Rejects if one of them is not installed. */
  readonly loadPlaywright: () => Promise<PlaywrightTools>
  /** How long reading a source may take, in milliseconds. */
  readonly timeout: number
  /** Ends a command that would run on, such as `sandbox`. */
  readonly stop: AbortSignal
}

/** The environment of a command. Commands write through writers only. */
export interface CommandContext extends Omit<Environment, 'stderr' | 'stdout'> {
  readonly stdout: Writer
  readonly stderr: Writer
}

/** The exit codes of the program. If several apply, the highest one wins. */
export const exitCodes = {
  success: 0,
  /** A manifest has errors. */
  errors: 1,
  /** The program was called with wrong arguments, or something could not be read or written. */
  failure: 2,
} as const

/** One of {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
