import type { JWK } from 'jose'
import { TokenRejectedError } from '../errors.js'
import { isRecord } from './decode-token.js'
import { fetchKeyDocument } from './fetch-key-document.js'
import type { CompiledRule } from './trust.js'

/** How long a key document counts before it is asked for again, and how often it may be, in milliseconds. */
const DOCUMENT_TTL = 600_000
const REFRESH_AFTER = 30_000
const FAILURE_TTL = 10_000
const MINUTE = 60_000
const REQUESTS_PER_MINUTE = 20
const MAX_DOCUMENTS = 32
const MAX_KEYS = 16

export interface KeySource {
  /** The keys that a rule carries itself, imported once. */
  readonly builtIn: (rule: CompiledRule, algorithm: string) => Promise<readonly CryptoKey[]>
  /** The keys of a document. With `fresh` it is asked for again, unless that was done just now: then there is nothing new, `[]`. */
  readonly document: (
    url: URL,
    algorithm: string,
    options: { fresh?: boolean; signal?: AbortSignal | undefined },
  ) => Promise<readonly CryptoKey[]>
  /** Forgets failures, so that the next question is asked at once. */
  readonly forgetFailures: () => void
}

type Imported = Map<string, Promise<readonly CryptoKey[]>>

interface RuleKeys {
  readonly keys: Promise<readonly JWK[]>
  readonly imported: Imported
}

interface Document {
  readonly at: number
  readonly keys: readonly JWK[]
  readonly imported: Imported
}

/** Imports keys and fetches key documents: each once, few a minute. A failure never replaces what was fetched before. */
export function createKeySource(fetcher: typeof fetch, clock: () => number): KeySource {
  const ruleKeys = new WeakMap<CompiledRule, RuleKeys>()
  const documents = new Map<string, Document>()
  const failures = new Map<string, { at: number; error: unknown }>()
  const underWay = new Map<string, Promise<Document>>()
  let requests: number[] = []

  async function load(url: URL, signal: AbortSignal | undefined): Promise<Document> {
    const now = clock()
    requests = requests.filter((at) => Math.abs(now - at) < MINUTE)
    if (requests.length >= REQUESTS_PER_MINUTE) {
      throw new TokenRejectedError(
        'ERR_KEYS_UNAVAILABLE',
        'Too many key documents were asked for within a minute.',
        'jku',
      )
    }
    requests.push(now)
    const keys = readKeys(await fetchKeyDocument(url, fetcher, signal))
    const document = { at: clock(), keys, imported: new Map() }
    documents.delete(url.href)
    documents.set(url.href, document)
    for (const oldest of documents.keys()) if (documents.size > MAX_DOCUMENTS) documents.delete(oldest)
    return document
  }

  function loadOnce(url: URL, signal: AbortSignal | undefined): Promise<Document> {
    const failure = failures.get(url.href)
    if (failure && Math.abs(clock() - failure.at) < FAILURE_TTL) throw failure.error
    const loading =
      underWay.get(url.href) ??
      load(url, signal)
        .catch((error: unknown) => {
          if (failures.size >= MAX_DOCUMENTS) failures.clear()
          if (!signal?.aborted) failures.set(url.href, { at: clock(), error })
          throw error
        })
        .finally(() => underWay.delete(url.href))
    underWay.set(url.href, loading)
    return loading
  }

  function askOnce(rule: CompiledRule): RuleKeys {
    const known = ruleKeys.get(rule)
    if (known) return known
    const asked: RuleKeys = { keys: keysOf(rule), imported: new Map() }
    ruleKeys.set(rule, asked)
    asked.keys.catch(() => ruleKeys.delete(rule))
    return asked
  }

  return {
    builtIn(rule, algorithm) {
      const { keys, imported } = askOnce(rule)
      return once(imported, algorithm, async () => Promise.all((await keys).map((jwk) => importKey(jwk, algorithm))))
    },
    async document(url, algorithm, { fresh = false, signal }) {
      const known = documents.get(url.href)
      const age = known && Math.abs(clock() - known.at)
      if (fresh && age !== undefined && age < REFRESH_AFTER) return []
      const { keys, imported } =
        known && !fresh && age !== undefined && age < DOCUMENT_TTL ? known : await loadOnce(url, signal)
      return once(imported, algorithm, () => importUsable(keys, algorithm))
    },
    forgetFailures() {
      failures.clear()
    },
  }
}

/** What was made under a name before, else what is made now. */
function once<T>(made: Map<string, T>, name: string, make: () => T): T {
  const value = made.get(name) ?? make()
  made.set(name, value)
  return value
}

async function keysOf({ rule: { keys = [] } }: CompiledRule): Promise<readonly JWK[]> {
  try {
    return typeof keys === 'function' ? await keys() : keys
  } catch (cause) {
    throw new TokenRejectedError('ERR_KEYS_UNAVAILABLE', 'The function in `keys` of a trust rule failed.', undefined, {
      cause,
    })
  }
}

/** The keys of a document in the vendor's form `{ alg, key }`, or as a JWK set, or as a bare JWK. Its own `alg` is never used. */
function readKeys(document: unknown): readonly JWK[] {
  const { key, keys } = isRecord(document) ? document : {}
  const found: unknown[] = Array.isArray(keys) ? keys.slice(0, MAX_KEYS) : [key ?? document]
  return found.filter(isRecord)
}

async function importUsable(keys: readonly JWK[], algorithm: string): Promise<readonly CryptoKey[]> {
  const outcomes = await Promise.allSettled(keys.map((jwk) => importKey(jwk, algorithm)))
  const usable = outcomes.filter((outcome) => outcome.status === 'fulfilled')
  // a key set may hold keys of other kinds beside those that count (RFC 7517 §5)
  const [refused] = usable.length ? [] : outcomes.filter((outcome) => outcome.status === 'rejected')
  if (refused) throw refused.reason
  if (!usable.length) throw unusable()
  return usable.map(({ value }) => value)
}

async function importKey({ kty, n, e }: JWK, algorithm: string): Promise<CryptoKey> {
  try {
    if (kty !== 'RSA') throw new TypeError('not an RSA key')
    const parameters = { name: 'RSASSA-PKCS1-v1_5', hash: `SHA-${algorithm.slice(2)}` }
    const imported = await crypto.subtle.importKey('jwk', { kty, n, e } as JsonWebKey, parameters, false, ['verify'])
    const { modulusLength, publicExponent } = imported.algorithm as RsaHashedKeyAlgorithm
    const exponent = publicExponent.reduce((value, byte) => value * 256 + byte, 0)
    if (modulusLength < 2048 || modulusLength > 8192 || exponent < 65537) throw new TypeError('a weak key')
    return imported
  } catch (cause) {
    throw unusable(cause)
  }
}

function unusable(cause?: unknown): TokenRejectedError {
  return new TokenRejectedError(
    'ERR_KEY_UNUSABLE',
    'There is no RSA public key of 2048 to 8192 bits with an exponent of at least 65537.',
    'jku',
    { cause },
  )
}
