import type { HaiiloUser } from './haiilo-user.js'
import {
  createPluginTokenVerifier,
  type PluginTokenOptions,
  type PluginTokenVerifier,
} from './plugin-token-verifier.js'
import { createServerTokenVerifier } from './server-token-verifier.js'
import type { HaiiloStore } from '../store/haiilo-store.js'

interface CachedVerifier {
  readonly options: readonly unknown[]
  readonly verifier: PluginTokenVerifier
}

const MAX_CACHED = 4
const cached = new WeakMap<HaiiloStore, CachedVerifier[]>()

/**
 * Verifies a token of a plug-in without a back end object, for a server that shares the store with one. The tenant must have installed the
 * plug-in.
 *
 * @param token The compact JWS, unchanged.
 * @param options Pass the same `store`, `trust`, `clock` and `fetch` each time: verified tokens and keys are cached per combination.
 * @throws {TokenRejectedError} The token is not valid, or was used before.
 * @throws {BackendError} `ERR_TENANT_UNKNOWN`, `ERR_STORE_UNAVAILABLE`
 * @throws {TypeError} An option is invalid.
 */
export async function verifyPluginToken(
  token: string,
  { singleUse = false, ...options }: PluginTokenOptions & { readonly singleUse?: boolean },
): Promise<HaiiloUser> {
  return verifierFor(options).verify(token, { singleUse })
}

function verifierFor(options: PluginTokenOptions): PluginTokenVerifier {
  const { store, trust, algorithms, clockTolerance, clock, fetch, development } = options
  const others = [trust, algorithms?.join(), clockTolerance, clock, fetch, development]
  const known = cached.get(store) ?? []
  const same = known.find((candidate) => candidate.options.every((option, index) => option === others[index]))
  if (same) return same.verifier
  const verifier = createPluginTokenVerifier(options, createServerTokenVerifier(options))
  cached.set(store, [{ options: others, verifier }, ...known].slice(0, MAX_CACHED))
  return verifier
}
