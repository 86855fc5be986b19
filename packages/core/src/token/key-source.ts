import type { JWK } from 'jose'
import { TokenRejectedError } from '../errors.js'
import { importKey, importUsable } from './import-key.js'
import { createKeyDocuments } from './key-documents.js'
import type { CompiledRule } from './trust.js'

/** The keys that may have signed a token. */
export interface KeySource {
  /** The keys that a rule carries itself, imported once. */
  readonly builtIn: (rule: CompiledRule, algorithm: string) => Promise<readonly CryptoKey[]>
  /** The keys of a document. With `fresh` it is fetched again, unless that was done just now: then there is nothing new, `[]`. */
  readonly document: (
    url: URL,
    algorithm: string,
    options: { fresh?: boolean; signal?: AbortSignal | undefined },
  ) => Promise<readonly CryptoKey[]>
  /** Records that a key of the document has verified a signature. */
  readonly confirm: (url: URL) => void
  /** Forgets failures, so that the next question is asked at once. */
  readonly forgetFailures: () => void
}

type Imported = Map<string, Promise<readonly CryptoKey[]>>

interface RuleKeys {
  readonly keys: Promise<readonly JWK[]>
  readonly imported: Imported
}

/** Keys from rules and documents; each is imported once. */
export function createKeySource(fetcher: typeof fetch, clock: () => number): KeySource {
  const ruleKeys = new WeakMap<CompiledRule, RuleKeys>()
  const documents = createKeyDocuments(fetcher, clock)

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
    async document(url, algorithm, options) {
      const document = await documents.get(url, options)
      return document ? once(document.imported, algorithm, () => importUsable(document.keys, algorithm)) : []
    },
    confirm: documents.confirm,
    forgetFailures: documents.forgetFailures,
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
