import type { JWK } from 'jose'
import { TokenRejectedError } from '../errors.js'
import { importKey, importUsable } from './import-key.js'
import { createKeyDocuments } from './key-documents.js'
import type { CompiledRule } from './trust.js'

/** Provides the keys with which a token can be verified. */
export interface KeySource {
  /** The keys in a trust rule. */
  readonly builtIn: (rule: CompiledRule, algorithm: string) => Promise<readonly CryptoKey[]>
  /** The keys of a document. With `fresh`, the document is fetched again; `[]` if that was done within the last 30 s. */
  readonly document: (
    url: URL,
    algorithm: string,
    options: { fresh?: boolean; signal?: AbortSignal | undefined },
  ) => Promise<readonly CryptoKey[]>
  /** Records that a key of the document has verified a signature. */
  readonly confirm: (url: URL) => void
  /** Allows failed requests to be repeated immediately. */
  readonly forgetFailures: () => void
}

type Imported = Map<string, Promise<readonly CryptoKey[]>>

interface RuleKeys {
  readonly keys: Promise<readonly JWK[]>
  readonly imported: Imported
}

/** Creates a source of keys from rules and documents. Imports each key once. */
export function createKeySource(fetcher: typeof fetch, clock: () => number): KeySource {
  const ruleKeys = new WeakMap<CompiledRule, RuleKeys>()
  const documents = createKeyDocuments(fetcher, clock)

  function readOnce(rule: CompiledRule): RuleKeys {
    const known = ruleKeys.get(rule)
    if (known) return known
    const read: RuleKeys = { keys: keysOf(rule), imported: new Map() }
    ruleKeys.set(rule, read)
    read.keys.catch(() => ruleKeys.delete(rule))
    return read
  }

  return {
    builtIn(rule, algorithm) {
      const { keys, imported } = readOnce(rule)
      return getOrCreate(imported, algorithm, async () =>
        Promise.all((await keys).map((jwk) => importKey(jwk, algorithm))),
      )
    },
    async document(url, algorithm, options) {
      const document = await documents.get(url, options)
      return document ? getOrCreate(document.imported, algorithm, () => importUsable(document.keys, algorithm)) : []
    },
    confirm: documents.confirm,
    forgetFailures: documents.forgetFailures,
  }
}

/** Returns the value with this name, and creates it on first use. */
function getOrCreate<T>(values: Map<string, T>, name: string, create: () => T): T {
  const value = values.get(name) ?? create()
  values.set(name, value)
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
