import { isLoopback } from '@haiilo-kit/core/token'
import type { CommandContext } from '../context.js'
import type { FetchOptions } from './fetch-from-addresses.js'
import { count } from '../terminal/count.js'
import { isPrivate, resolveHost } from './ip-addresses.js'
import { redactUrl } from './redact-url.js'
import { codeOf, reasonOf, SourceError } from './source-error.js'

/** Requests URLs that come from a server or a manifest. */
export interface Client {
  /**
   * Returns the IP addresses to which a connection for the URL may go.
   *
   * @throws {SourceError} The URL is refused.
   * @throws {Error} The lookup failed.
   */
  readonly addressesOf: (url: URL, signal: AbortSignal) => Promise<readonly string[]>
  /**
   * Sends one request, without following redirects.
   *
   * @throws {SourceError} The URL is refused.
   * @throws {Error} There is no response; see {@link failureOf}.
   */
  readonly request: (url: URL, options: Omit<FetchOptions, 'addresses'>) => Promise<Response>
}

/** The last response of a chain of redirects. */
export interface FollowedResponse {
  readonly response: Response
  /** The URL after all redirects. */
  readonly url: URL
}

const MAX_REDIRECTS = 5

/**
 * Creates a client. It requests https URLs, and http URLs of this machine. Only the host of the first URL may be in a private network. If that is
 * this machine, every name of this machine is allowed. Each host is resolved once, and only these IP addresses are connected to.
 *
 * @throws {SourceError} The first URL is refused.
 */
export function createClient(firstUrl: URL, { fetch, lookup }: Pick<CommandContext, 'fetch' | 'lookup'>): Client {
  checkUrl(firstUrl)
  /** Against DNS rebinding: a second lookup could return other addresses. */
  const resolved = new Map<string, Promise<readonly string[]>>()

  async function resolve({ hostname }: URL, signal: AbortSignal): Promise<readonly string[]> {
    const addresses = resolved.get(hostname) ?? resolveHost(hostname, lookup, signal)
    resolved.set(hostname, addresses)
    return addresses
  }

  function mayBePrivate({ hostname }: URL): boolean {
    return hostname === firstUrl.hostname || (isLoopback(hostname) && isLoopback(firstUrl.hostname))
  }

  async function addressesOf(url: URL, signal: AbortSignal): Promise<readonly string[]> {
    checkUrl(url)
    const addresses = await resolve(url, signal)
    if (!mayBePrivate(url)) refusePrivate(url, addresses)
    return addresses
  }

  return {
    addressesOf,
    request: async (url, options) => fetch(url, { ...options, addresses: await addressesOf(url, options.signal) }),
  }
}

/**
 * Sends requests until a response is not a redirect.
 *
 * @throws {SourceError} There were more than five redirects.
 */
export async function followRedirects(
  url: URL,
  request: (url: URL) => Promise<Response>,
  redirects = 0,
): Promise<FollowedResponse> {
  const response = await request(url)
  const location = redirectOf(response)
  if (location === undefined) return { response, url }
  await response.body?.cancel()
  if (redirects === MAX_REDIRECTS) throw new SourceError(`There were more than ${MAX_REDIRECTS} redirects.`)
  return followRedirects(parseUrl(location, url), request, redirects + 1)
}

/**
 * Parses a URL.
 *
 * @throws {SourceError} It is not valid.
 */
export function parseUrl(text: string, base?: URL): URL {
  const url = URL.parse(text, base)
  if (!url) throw new SourceError('The URL is not valid.')
  return url
}

/** Describes why there was no response. The time limit is in milliseconds. */
export function failureOf(error: unknown, isTimeout: boolean, timeout: number): SourceError {
  if (error instanceof SourceError) return error
  return new SourceError(isTimeout ? timeoutMessage(timeout) : failureMessage(error), { cause: error })
}

function checkUrl(url: URL): void {
  if (url.username !== '' || url.password !== '') {
    throw new SourceError(
      'URLs with a user name or password are not supported. Download the manifest and pass it on standard input ("-").',
    )
  }
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return
  throw new SourceError(`${redactUrl(url)} is not supported. Use https, or http on this machine.`)
}

function refusePrivate(url: URL, addresses: readonly string[]): void {
  if (addresses.length > 0 && !addresses.some(isPrivate)) return
  throw new SourceError(`It leads into a private network, to ${redactUrl(url)}. If you trust it, pass that URL.`)
}

function redirectOf({ status, headers }: Response): string | undefined {
  return [301, 302, 303, 307, 308].includes(status) ? (headers.get('location') ?? undefined) : undefined
}

function timeoutMessage(timeout: number): string {
  return `There was no complete response within ${count(timeout / 1000, 'second')}.`
}

function failureMessage(error: unknown): string {
  const cause: unknown = error instanceof Error && error.cause !== undefined ? error.cause : error
  const reason = codeOf(cause) ?? reasonOf(cause)
  if (CERTIFICATE_ERROR.test(reason))
    return `The certificate of the server is not trusted: ${reason}. For a certificate of your own, set NODE_EXTRA_CA_CERTS to its file.`
  const known = CONNECTION_ERRORS[reason]
  return known === undefined ? `The request failed: ${reason}.` : `${known} (${reason}).`
}

/** What the codes of Node mean. */
const CONNECTION_ERRORS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'No server answers at this address. Start it, or correct the URL',
  ECONNRESET: 'The server closed the connection before it answered',
  EAI_AGAIN: 'The host name cannot be looked up now. Check the internet connection',
  ENOTFOUND: 'The host name does not exist. Correct the URL',
}

/** Codes of Node, such as `DEPTH_ZERO_SELF_SIGNED_CERT` and `UNABLE_TO_VERIFY_LEAF_SIGNATURE`. */
const CERTIFICATE_ERROR = /^[A-Z_]*(?:CERT|VERIFY_LEAF)[A-Z_]*$/
