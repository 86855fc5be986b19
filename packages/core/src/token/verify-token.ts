import { readContext, type HostContext } from './context.js'
import {
  createTokenVerifier,
  type TokenVerifier,
  type TokenVerifierOptions,
  type VerifiedTokenOf,
} from './create-token-verifier.js'
import { haiiloTrust } from './haiilo-trust.js'
import type { TrustRule } from './trust.js'

/** The options of `verifyToken`. Pass the same array in `trust`, and the same `clock` and `fetch`, each time: imported keys are cached per combination. */
export interface VerifyTokenOptions extends TokenVerifierOptions {
  /** The expected subject (`sub`). Default: `init`, the subject of the tokens from `getToken()`. */
  readonly subject?: string
}

/** A verified token of a plug-in. Its context has user and tenant, from the `ctx.` claims. */
export type VerifiedToken = VerifiedTokenOf<HostContext>

interface CachedVerifier {
  readonly options: readonly unknown[]
  readonly verifier: TokenVerifier
}

const MAX_CACHED = 8
let defaultTrust: readonly TrustRule[] | undefined
const cached = new WeakMap<readonly TrustRule[], CachedVerifier[]>()

/**
 * Verifies a token that a plug-in got from its host. Returns the claims, the tenant and the user.
 *
 * A token proves tenant and user, but not the plug-in: it has no audience, and a token for another plug-in of the same tenant is valid too.
 * A back end must also check that the tenant has installed its plug-in.
 *
 * @param token The compact JWS, unchanged.
 * @throws {TokenRejectedError} The token is not valid. `code` and `reason` say which check failed.
 * @throws {HaiiloError} `ERR_INSECURE_CONTEXT` Web Crypto is missing.
 * @throws {TypeError} An option is invalid.
 * @example
 * ```ts
 * const { issuer, context } = await verifyToken(token, { trust })
 * ```
 */
export async function verifyToken(token: string, options: VerifyTokenOptions = {}): Promise<VerifiedToken> {
  const { subject = 'init' } = options
  return verifierFor(options).verify(token, { subject, readContext })
}

/** Caches verifiers, so that keys are imported once for each array of rules and combination of options. */
function verifierFor(options: VerifyTokenOptions): TokenVerifier {
  const { algorithms = ['RS512'], clockTolerance = 30, clock = Date.now, development = false } = options
  const trust = options.trust ?? (defaultTrust ??= haiiloTrust())
  const fetcher = options.fetch ?? fetch
  const others = [algorithms.join(), clockTolerance, clock, fetcher, development]
  const known = cached.get(trust) ?? []
  const same = known.find((candidate) => candidate.options.every((option, index) => option === others[index]))
  if (same) return same.verifier
  const verifier = createTokenVerifier({ trust, algorithms, clockTolerance, clock, fetch: fetcher, development })
  cached.set(trust, [{ options: others, verifier }, ...known].slice(0, MAX_CACHED))
  return verifier
}
