import type { JWK } from 'jose'
import { TokenRejectedError } from '../errors.js'
import { fetchKeyDocument, isWithdrawn } from './fetch-key-document.js'
import { readKeys } from './import-key.js'

const MINUTE = 60_000

/** How long a document is used before it is fetched again, and how long it is used while fetching it fails. */
const FRESH_FOR = 10 * MINUTE
const STALE_FOR = 24 * 60 * MINUTE

/** The minimum time between two requests for the same document, and after a failed request for an unknown one. */
const PAUSE = 30_000
const PAUSE_AFTER_FAILURE = 10_000

/** A forged token can name any document, so all documents that were never fetched share one limit. */
const UNKNOWN_PER_MINUTE = 20

const MAX_CONFIRMED = 256
const MAX_CANDIDATES = 32

export interface KeyDocument {
  readonly keys: readonly JWK[]
  /** Imported keys by algorithm. */
  readonly imported: Map<string, Promise<readonly CryptoKey[]>>
}

/**
 * Fetches key documents and keeps them.
 *
 * Forged tokens can name any document, so their requests must not use up the budget of genuine tokens. A known document is one that was
 * fetched before; it is requested at most every 30 s. All unknown documents together share 20 requests per minute. A document is confirmed once
 * one of its keys has verified a signature. Only a confirmed document can replace a confirmed one in the cache.
 */
export interface KeyDocuments {
  /**
   * @returns The document. With `fresh`, a new copy, or `undefined` if it was requested within the last 30 s.
   * @throws {TokenRejectedError} `ERR_KEYS_UNAVAILABLE`, `ERR_KEY_UNUSABLE`
   */
  readonly get: (url: URL, options: FetchOptions) => Promise<KeyDocument | undefined>
  /** Records that a key of the document has verified a signature. */
  readonly confirm: (url: URL) => void
  /** Allows failed requests to be repeated immediately. */
  readonly forgetFailures: () => void
}

interface FetchOptions {
  readonly fresh?: boolean
  readonly signal?: AbortSignal | undefined
}

interface CachedDocument extends KeyDocument {
  readonly fetchedAt: number
  /** The last request, if it failed. */
  failure?: Failure
  /** Whether the key server says that the document no longer exists. */
  withdrawn: boolean
}

interface Failure {
  readonly at: number
  readonly error: unknown
}

/** @param clock Milliseconds since 1970. */
export function createKeyDocuments(fetcher: typeof fetch, clock: () => number): KeyDocuments {
  const confirmed = new Map<string, CachedDocument>()
  const candidates = new Map<string, CachedDocument>()
  const failures = new Map<string, Failure>()
  const inFlight = new Map<string, Promise<CachedDocument>>()
  let unknownRequests: number[] = []

  /** Uses the absolute difference, so that setting the clock back does not extend a duration. */
  function isWithin(at: number | undefined, duration: number): boolean {
    return at !== undefined && Math.abs(clock() - at) < duration
  }

  async function refresh(
    url: URL,
    known: CachedDocument,
    { fresh, signal }: FetchOptions,
  ): Promise<CachedDocument | undefined> {
    if (!fresh && isWithin(known.fetchedAt, FRESH_FOR)) return known
    if (isWithin(known.failure?.at ?? known.fetchedAt, PAUSE)) return fresh ? undefined : staleCopy(known)
    try {
      return await fetchOnce(url, signal)
    } catch (error) {
      if (signal?.aborted) throw error
      known.failure = { at: clock(), error }
      known.withdrawn ||= isWithdrawn(error)
      if (fresh) throw error
      return staleCopy(known)
    }
  }

  function staleCopy(known: CachedDocument): CachedDocument {
    if (!known.withdrawn && isWithin(known.fetchedAt, STALE_FOR)) return known
    throw known.failure?.error
  }

  async function fetchUnknown(url: URL, signal: AbortSignal | undefined): Promise<CachedDocument> {
    const failure = failures.get(url.href)
    if (failure && isWithin(failure.at, PAUSE_AFTER_FAILURE)) throw failure.error
    if (!inFlight.has(url.href)) countUnknown()
    try {
      return await fetchOnce(url, signal)
    } catch (error) {
      if (!signal?.aborted) remember(failures, url.href, { at: clock(), error }, MAX_CANDIDATES)
      throw error
    }
  }

  function countUnknown(): void {
    unknownRequests = unknownRequests.filter((at) => isWithin(at, MINUTE))
    if (unknownRequests.length >= UNKNOWN_PER_MINUTE) {
      throw new TokenRejectedError(
        'ERR_KEYS_UNAVAILABLE',
        'Tokens named too many unknown key documents within a minute.',
        'jku',
      )
    }
    unknownRequests.push(clock())
  }

  function fetchOnce(url: URL, signal: AbortSignal | undefined): Promise<CachedDocument> {
    const running = inFlight.get(url.href) ?? load(url, signal).finally(() => inFlight.delete(url.href))
    inFlight.set(url.href, running)
    return running
  }

  async function load(url: URL, signal: AbortSignal | undefined): Promise<CachedDocument> {
    const keys = readKeys(await fetchKeyDocument(url, fetcher, signal))
    const document = { fetchedAt: clock(), keys, imported: new Map(), withdrawn: false }
    if (confirmed.has(url.href)) confirmed.set(url.href, document)
    else remember(candidates, url.href, document, MAX_CANDIDATES)
    return document
  }

  return {
    async get(url, options) {
      const known = confirmed.get(url.href) ?? candidates.get(url.href)
      return known ? refresh(url, known, options) : fetchUnknown(url, options.signal)
    },
    confirm(url) {
      const document = confirmed.get(url.href) ?? candidates.get(url.href)
      candidates.delete(url.href)
      if (document) remember(confirmed, url.href, document, MAX_CONFIRMED)
    },
    forgetFailures() {
      failures.clear()
      for (const document of [...confirmed.values(), ...candidates.values()]) delete document.failure
    },
  }
}

/** Adds an entry as the newest. Removes the oldest ones beyond the capacity. */
function remember<T>(entries: Map<string, T>, name: string, entry: T, capacity: number): void {
  entries.delete(name)
  entries.set(name, entry)
  for (const oldest of entries.keys()) if (entries.size > capacity) entries.delete(oldest)
}
