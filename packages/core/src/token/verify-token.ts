import { HaiiloError, TokenRejectedError, excerpt } from '../errors.js'
import type { HostContext } from './context.js'
import type { Claims } from '../protocol/subjects.js'
import { parseAlgorithms, type Algorithm } from './algorithm.js'
import { decodeToken } from './decode-token.js'
import { haiiloTrust } from './haiilo-trust.js'
import { compileTrust, type TrustRule } from './trust.js'
import { createVerifier, type Verifier } from './verifier.js'

export interface VerifyTokenOptions {
  /** The trusted issuers and their keys. Default: {@link haiiloTrust}. Pass the same array, `clock` and `fetch` each time: imported keys are cached per combination. */
  readonly trust?: readonly TrustRule[]
  /** The expected subject (`sub`). Default: `init`, the subject of the tokens from `getToken()`. */
  readonly subject?: string
  /** Accepted signature algorithms. Default: `['RS512']`. */
  readonly algorithms?: readonly Algorithm[]
  /** The accepted difference between the clocks of the host and this machine, in seconds. Default: 30. */
  readonly clockTolerance?: number
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly clock?: () => number
  /** Fetches key documents. Default: the global `fetch`. */
  readonly fetch?: typeof fetch
  /** Whether to accept tenants on the local machine. Do not set it in production. Default: false. */
  readonly development?: boolean
}

export interface VerifiedToken {
  readonly claims: Claims
  /** The origin of the tenant. */
  readonly issuer: string
  /** User and tenant, from the `ctx.` claims. */
  readonly context: HostContext
}

interface CachedVerifier {
  readonly options: readonly unknown[]
  readonly verifier: Verifier
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
  if (!globalThis.crypto?.subtle)
    throw new HaiiloError(
      'ERR_INSECURE_CONTEXT',
      'Web Crypto is missing. Browsers provide it on https and localhost only.',
    )
  const decoded = decodeToken(token)
  if (!decoded) throw new TokenRejectedError('ERR_TOKEN_MALFORMED', 'The token is not a compact JWS.')
  if (decoded.claims['sub'] !== subject) {
    throw new TokenRejectedError(
      'ERR_TOKEN_SUBJECT',
      `Expected a token with the subject "${excerpt(subject)}". See the option \`subject\`.`,
      'sub',
    )
  }
  return verifierFor(options).verify(token, decoded)
}

/** Caches verifiers, so that keys are imported once for each array of rules and combination of options. */
function verifierFor(options: VerifyTokenOptions): Verifier {
  const { algorithms = ['RS512'], clockTolerance = 30, clock = Date.now, development = false } = options
  const trust = options.trust ?? (defaultTrust ??= haiiloTrust())
  const fetcher = options.fetch ?? fetch
  const others = [algorithms.join(), clockTolerance, clock, fetcher, development]
  const known = cached.get(trust) ?? []
  const same = known.find((candidate) => candidate.options.every((option, index) => option === others[index]))
  if (same) return same.verifier
  const verifier = createVerifier({
    rules: compileTrust(trust),
    algorithms: parseAlgorithms(algorithms),
    clockTolerance,
    clock,
    fetch: fetcher,
    development,
  })
  cached.set(trust, [{ options: others, verifier }, ...known].slice(0, MAX_CACHED))
  return verifier
}
