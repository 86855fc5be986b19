import { HaiiloError, TokenRejectedError, excerpt } from '../errors.js'
import { readContext, type HostContext } from './context.js'
import type { Claims } from '../protocol/subjects.js'
import { parseAlgorithms, type Algorithm } from './algorithm.js'
import { decodeToken } from './decode-token.js'
import { haiiloTrust } from './haiilo-trust.js'
import { compileTrust, type TrustRule } from './trust.js'
import { createVerifier, type Verifier } from './verifier.js'

export interface VerifyTokenOptions {
  /** Whose tokens count. Default: {@link haiiloTrust}. Hand in the same list, `clock` and `fetch` each time: keys are kept with them. */
  readonly trust?: readonly TrustRule[]
  /** What the token must be for: its `sub`. Default: `init`, the token of `getToken()`. */
  readonly subject?: string
  /** Signature algorithms that count. Default: `['RS512']`. */
  readonly algorithms?: readonly Algorithm[]
  /** How far the clocks of host and this machine may be apart, in seconds. Default: 30. */
  readonly clockTolerance?: number
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly clock?: () => number
  /** Fetches key documents. Default: the global one. */
  readonly fetch?: typeof fetch
  /** Lets tenants on this machine count. Never set it in production. Default: false. */
  readonly development?: boolean
}

export interface VerifiedToken {
  readonly claims: Claims
  /** The tenant, as an origin. */
  readonly issuer: string
  /** User and tenant, from the `ctx.` claims. */
  readonly context: HostContext
}

interface KeptVerifier {
  readonly options: readonly unknown[]
  readonly verifier: Verifier
}

const MAX_KEPT = 8
let defaultTrust: readonly TrustRule[] | undefined
const kept = new WeakMap<readonly TrustRule[], KeptVerifier[]>()

/**
 * Verifies a token that a plug-in got from its host, and gives back whom it speaks for.
 *
 * It proves tenant and user, not the plug-in: a token has no audience, and one made for another plug-in of the same tenant verifies
 * too. A back end checks besides that the tenant has installed it.
 *
 * @param token The compact JWS, just as it came.
 * @throws {TokenRejectedError} The token is not to be trusted; `code` and `reason` say which check refused it.
 * @throws {TypeError} An option is wrong.
 * @example
 * ```ts
 * const { issuer, context } = await verifyToken(token, { trust })
 * ```
 */
export async function verifyToken(token: string, options: VerifyTokenOptions = {}): Promise<VerifiedToken> {
  const { subject = 'init' } = options
  if (!globalThis.crypto?.subtle)
    throw new HaiiloError('ERR_INSECURE_CONTEXT', 'Web Crypto is missing: it exists on https and on localhost only.')
  const decoded = decodeToken(token)
  if (!decoded) throw new TokenRejectedError('ERR_TOKEN_MALFORMED', 'This is not a compact JWS.')
  if (decoded.claims['sub'] !== subject) {
    throw new TokenRejectedError(
      'ERR_TOKEN_SUBJECT',
      `The token is not for "${excerpt(subject)}". See the option \`subject\`.`,
      'sub',
    )
  }
  const verified = await verifierFor(options).verify(token, decoded, { checkClaims: readContext })
  return { ...verified, context: readContext(verified.claims) }
}

/** Keys are imported once for each list of rules and set of options, however often a token is verified. */
function verifierFor(options: VerifyTokenOptions): Verifier {
  const { algorithms = ['RS512'], clockTolerance = 30, clock = Date.now, development = false } = options
  const trust = options.trust ?? (defaultTrust ??= haiiloTrust())
  const fetcher = options.fetch ?? fetch
  const others = [algorithms.join(), clockTolerance, clock, fetcher, development]
  const known = kept.get(trust) ?? []
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
  kept.set(trust, [{ options: others, verifier }, ...known].slice(0, MAX_KEPT))
  return verifier
}
