import type { FetchFrom } from './sources/fetch-from.js'

/** What the program touches of the world. Tests bring their own. */
export interface Io {
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
  /** Milliseconds that an address may take to answer, redirects and body included. */
  readonly timeout: number
}
