import type { FetchFrom } from './sources/fetch-from.js'
import type { Writer } from './terminal/writer.js'

/** What the program is given of the world. Tests bring their own. */
export interface World {
  readonly stdin: AsyncIterable<string | Uint8Array>
  readonly stdout: NodeJS.WritableStream
  readonly stderr: NodeJS.WritableStream
  /** Absolute: what paths are relative to. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Sends one request to a host at the given IP addresses, and follows no redirect. */
  readonly fetch: (url: URL, from: FetchFrom) => Promise<Response>
  /** The IP addresses of a host. */
  readonly lookup: (host: string) => Promise<readonly string[]>
  /** Milliseconds that a source may take, unless an option says otherwise. */
  readonly timeout: number
}

/** The same for all parts of the program: they write through writers only. */
export interface Io extends Omit<World, 'stderr' | 'stdout'> {
  readonly stdout: Writer
  readonly stderr: Writer
}
