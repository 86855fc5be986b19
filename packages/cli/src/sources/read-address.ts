import { isLoopback } from '@haiilo-kit/core/token'
import { STATUS_CODES } from 'node:http'
import type { Io } from '../io.js'
import { addressesOf } from './addresses-of.js'
import { printAddress } from './print-address.js'
import { isPrivate } from './private-network.js'
import { readBounded } from './read-bounded.js'
import { codeOf, reasonOf, SourceError } from './source-error.js'

/** What lay at an address. */
export interface Fetched {
  readonly bytes: Uint8Array
  /** Where it lay in the end. */
  readonly url: URL
}

const MOST_REDIRECTS = 5

/**
 * Fetches a manifest over https, or over http from this machine. Each redirect must follow the same rule, and must not lead into a
 * private network, unless it leads to the host that was named. Each host is looked up once, and only the addresses found then are used.
 *
 * @throws {SourceError} It cannot be fetched.
 */
export async function readAddress(address: string, io: Pick<Io, 'fetch' | 'lookup' | 'timeout'>): Promise<Fetched> {
  const named = checkAddress(URL.parse(address))
  const signal = AbortSignal.timeout(io.timeout)
  const look = lookOnce((hostname) => addressesOf(hostname, io.lookup, signal))
  try {
    return await follow(named)
  } catch (error) {
    if (error instanceof SourceError) throw error
    throw new SourceError(signal.aborted ? tooSlow(io.timeout) : failed(error), { cause: error })
  }

  async function follow(url: URL, redirects = 0): Promise<Fetched> {
    const addresses = await look(url.hostname)
    if (url.hostname !== named.hostname) refusePrivate(url, addresses)
    const response = await io.fetch(url, { addresses, signal })
    const location = redirectOf(response)
    if (location === undefined) return { bytes: await readBody(response), url }
    await response.body?.cancel()
    if (redirects === MOST_REDIRECTS) throw new SourceError(`It was redirected more than ${MOST_REDIRECTS} times.`)
    return follow(checkAddress(URL.parse(location, url)), redirects + 1)
  }
}

/** Keeps what was found: a second look-up could find something else. */
function lookOnce(look: (hostname: string) => Promise<readonly string[]>): typeof look {
  const found = new Map<string, Promise<readonly string[]>>()
  return (hostname) => {
    const addresses = found.get(hostname) ?? look(hostname)
    found.set(hostname, addresses)
    return addresses
  }
}

function refusePrivate(url: URL, addresses: readonly string[]): void {
  if (addresses.length > 0 && !addresses.some(isPrivate)) return
  throw new SourceError(`${REDIRECTED} ${printAddress(url)}. Name that address if you trust it.`)
}

function checkAddress(url: URL | null): URL {
  if (!url) throw new SourceError('This is no address that can be read.')
  if (url.username !== '' || url.password !== '') {
    throw new SourceError(
      'An address with a name and a password is not fetched. Fetch it yourself, and pass it to "-".',
    )
  }
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return url
  throw new SourceError(`${printAddress(url)} is not fetched: only https is, and http from this machine.`)
}

function redirectOf({ status, headers }: Response): string | undefined {
  return [301, 302, 303, 307, 308].includes(status) ? (headers.get('location') ?? undefined) : undefined
}

async function readBody(response: Response): Promise<Uint8Array> {
  if (response.ok) return response.body ? readBounded(response.body) : new Uint8Array()
  await response.body?.cancel()
  const { status } = response
  throw new SourceError(`The server answered ${[status, STATUS_CODES[status]].filter(Boolean).join(' ')}.`)
}

function tooSlow(timeout: number): string {
  return `There was no complete answer within ${timeout / 1000} seconds.`
}

function failed(error: unknown): string {
  const cause: unknown = error instanceof Error && error.cause !== undefined ? error.cause : error
  return `It cannot be fetched: ${codeOf(cause) ?? reasonOf(cause)}.`
}

const REDIRECTED = 'It was redirected into a private network, to'
