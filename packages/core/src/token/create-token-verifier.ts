import { HaiiloError, TokenRejectedError, excerpt } from '../errors.js'
import type { Claims } from '../protocol/subjects.js'
import { parseAlgorithms, type Algorithm } from './algorithm.js'
import { decodeToken } from './decode-token.js'
import { haiiloTrust } from './haiilo-trust.js'
import { compileTrust, type TrustRule } from './trust.js'
import { checkClockTolerance, createVerifier } from './verifier.js'

/** The options of `createTokenVerifier`. */
export interface TokenVerifierOptions {
  /** The trusted issuers and their keys. Default: {@link haiiloTrust}. */
  readonly trust?: readonly TrustRule[]
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

/** What a kind of token must contain. */
export interface TokenKind<Context> {
  /** The expected subject (`sub`). */
  readonly subject: string
  /**
   * Checks the claims and returns what they say. Runs after the checks of issuer and times, and before a key is fetched. The signature is not
   * verified yet. Throw or reject to refuse the token.
   *
   * @param issuer The tenant as an origin.
   */
  readonly readContext: (claims: Claims, issuer: string) => Context | Promise<Context>
}

/** A verified token of one kind. */
export interface VerifiedTokenOf<Context> {
  readonly claims: Claims
  /** The origin of the tenant. */
  readonly issuer: string
  /** What `readContext` returned. */
  readonly context: Context
}

/** Verifies tokens of any kind. It keeps imported keys and key documents. */
export interface TokenVerifier {
  /**
   * Verifies a token and returns its claims, its tenant and what the kind reads from them.
   *
   * @param token The compact JWS, unchanged.
   * @throws {TokenRejectedError} The token is not valid. `code` and `reason` say which check failed.
   * @throws {HaiiloError} `ERR_INSECURE_CONTEXT` Web Crypto is missing.
   */
  readonly verify: <Context>(token: unknown, kind: TokenKind<Context>) => Promise<VerifiedTokenOf<Context>>
}

/**
 * Creates a verifier for servers that receive tokens with several subjects, such as lifecycle events. For the token of a plug-in,
 * `verifyToken` is enough.
 *
 * @throws {TypeError} An option is invalid.
 */
export function createTokenVerifier(options: TokenVerifierOptions = {}): TokenVerifier {
  const { algorithms = ['RS512'], clockTolerance = 30, clock = Date.now, development = false } = options
  checkClockTolerance(clockTolerance)
  const verifier = createVerifier({
    rules: compileTrust(options.trust ?? haiiloTrust()),
    algorithms: parseAlgorithms(algorithms),
    clockTolerance,
    clock,
    fetch: options.fetch ?? fetch,
    development,
  })

  return {
    async verify(token, { subject, readContext }) {
      if (!globalThis.crypto?.subtle)
        throw new HaiiloError(
          'ERR_INSECURE_CONTEXT',
          'Web Crypto is missing. Browsers provide it on https and localhost only.',
        )
      const decoded = decodeToken(token)
      if (typeof token !== 'string' || !decoded)
        throw new TokenRejectedError('ERR_TOKEN_MALFORMED', 'The token is not a compact JWS.')
      if (decoded.claims['sub'] !== subject) {
        throw new TokenRejectedError(
          'ERR_TOKEN_SUBJECT',
          `Expected a token with the subject "${excerpt(subject)}". See the option \`subject\`.`,
          'sub',
        )
      }
      return verifier.verify(token, decoded, { readContext })
    },
  }
}
