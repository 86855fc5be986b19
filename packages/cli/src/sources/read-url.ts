import { isLoopback } from '@haiilo-kit/core/token'
import { STATUS_CODES } from 'node:http'
import type { CommandContext } from '../context.js'
import { isPrivate, resolveHost } from './ip-addresses.js'
import { readStream } from './read-bytes.js'
import { codeOf, reasonOf, SourceError } from './source-error.js'

/** The body of a response. */
export interface FetchedManifest {
  readonly bytes: Uint8Array
  /** The URL after all redirects. */
  readonly url: URL
}

const MAX_REDIRECTS = 5

/**
 * Fetches a manifest over https, or over http from this machine. The same rule applies to redirects. They must not lead into a private network,
 * except to the host in the argument. Each host is resolved once, and only these IP addresses are connected to.
 *
 * @throws {SourceError} It cannot be fetched.
 */
export async function readUrl(
  argument: string,
  context: Pick<CommandContext, 'fetch' | 'lookup' | 'timeout'>,
): Promise<FetchedManifest> {
  const firstUrl = checkUrl(URL.parse(argument))
  const signal = AbortSignal.timeout(context.timeout)
  const resolve = cacheResults((hostname) => resolveHost(hostname, context.lookup, signal))
  try {
    return await follow(firstUrl)
  } catch (error) {
    if (error instanceof SourceError) throw error
    throw new SourceError(signal.aborted ? timeoutMessage(context.timeout) : failureMessage(error), { cause: error })
  }

  async function follow(url: URL, redirects = 0): Promise<FetchedManifest> {
    const addresses = await resolve(url.hostname)
    if (url.hostname !== firstUrl.hostname) refusePrivate(url, addresses)
    const response = await context.fetch(url, { addresses, signal })
    const location = redirectOf(response)
    if (location === undefined) return { bytes: await readBody(response), url }
    await response.body?.cancel()
    if (redirects === MAX_REDIRECTS) throw new SourceError(`There were more than ${MAX_REDIRECTS} redirects.`)
    return follow(checkUrl(URL.parse(location, url)), redirects + 1)
  }
}

/** Returns a URL without user name, password, query and fragment, which may be confidential. */
export function redactUrl(text: string | URL): string {
  const url = URL.parse(String(text))
  if (!url)
    return String(text)
      .replace(/[?#].*$/s, '')
      .replace(/\/\/.*@/s, '//')
  return `${url.protocol}//${url.host}${url.pathname}`
}

/** Against DNS rebinding: a second lookup could return other addresses. */
function cacheResults(resolve: (hostname: string) => Promise<readonly string[]>): typeof resolve {
  const results = new Map<string, Promise<readonly string[]>>()
  return (hostname) => {
    const addresses = results.get(hostname) ?? resolve(hostname)
    results.set(hostname, addresses)
    return addresses
  }
}

function refusePrivate(url: URL, addresses: readonly string[]): void {
  if (addresses.length > 0 && !addresses.some(isPrivate)) return
  throw new SourceError(`It redirects into a private network, to ${redactUrl(url)}. If you trust it, pass that URL.`)
}

function checkUrl(url: URL | null): URL {
  if (!url) throw new SourceError('The URL is not valid.')
  if (url.username !== '' || url.password !== '') {
    throw new SourceError(
      'URLs with a user name or password are not supported. Download the manifest and pass it on standard input ("-").',
    )
  }
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return url
  throw new SourceError(`${redactUrl(url)} is not supported. Use https, or http on this machine.`)
}

function redirectOf({ status, headers }: Response): string | undefined {
  return [301, 302, 303, 307, 308].includes(status) ? (headers.get('location') ?? undefined) : undefined
}

async function readBody(response: Response): Promise<Uint8Array> {
  if (response.ok) return response.body ? readStream(response.body) : new Uint8Array()
  await response.body?.cancel()
  const { status } = response
  throw new SourceError(`The server responded with ${[status, STATUS_CODES[status]].filter(Boolean).join(' ')}.`)
}

function timeoutMessage(timeout: number): string {
  return `There was no complete response within ${timeout / 1000} seconds.`
}

function failureMessage(error: unknown): string {
  const cause: unknown = error instanceof Error && error.cause !== undefined ? error.cause : error
  return `The request failed: ${codeOf(cause) ?? reasonOf(cause)}.`
}
