/** What the program touches of the world. Tests bring their own. */
export interface Io {
  readonly stdin: AsyncIterable<string | Uint8Array>
  readonly stdout: NodeJS.WritableStream
  readonly stderr: NodeJS.WritableStream
  /** Absolute: what paths are relative to. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly fetch: typeof fetch
  /** The IP addresses of a host. */
  readonly lookup: (host: string) => Promise<readonly string[]>
  /** Milliseconds that an address may take to answer, redirects and body included. */
  readonly timeout: number
}
