import { JWSSignatureVerificationFailed } from 'jose/errors'
import { compactVerify } from 'jose/jws/compact/verify'
import { TokenRejectedError, excerpt } from '../errors.js'
import type { Claims } from '../protocol/subjects.js'
import { freezeClaims } from './claims.js'
import type { DecodedToken } from './decode-token.js'
import { parseIssuer } from './issuer.js'
import { createKeySource } from './key-source.js'
import { isLoopback } from './loopback.js'
import { parseKeyUrl, rulesFor, type CompiledRule } from './trust.js'

/** In seconds. Tokens of the platform live for a minute (protocol README §3); a lifetime above this limit is refused. */
const MAX_LIFETIME = 600

export interface VerifierSettings {
  readonly rules: readonly CompiledRule[]
  readonly algorithms: ReadonlySet<string>
  /** Seconds. */
  readonly clockTolerance: number
  readonly clock: () => number
  readonly fetch: typeof fetch
  /** Whether issuers and keys on this very machine may count. */
  readonly development: boolean
}

export interface VerifyStepOptions {
  /** Judges the issuer, an origin, before any key is looked for; throws to refuse. */
  readonly checkIssuer?: (issuer: string) => void
  /** Judges the other claims after their times and before any key is looked for; throws to refuse. */
  readonly checkClaims?: (claims: Claims) => void
  readonly signal?: AbortSignal
}

interface SignedToken {
  readonly token: string
  readonly issuer: URL
  readonly algorithm: string
  readonly jku: unknown
}

interface Verified {
  readonly claims: Claims
  readonly issuer: string
}

export interface Verifier {
  /**
   * Algorithm, issuer, trust, times, other claims, key, signature: in this order, and none is left out. Everything that needs no key
   * comes before it, so that a token that is refused anyway causes no request.
   *
   * @returns The claims, and the issuer as an origin.
   * @throws {TokenRejectedError} The first check that refused.
   */
  readonly verify: (token: string, decoded: DecodedToken, options?: VerifyStepOptions) => Promise<Verified>
  /** Imports the keys of an issuer ahead of its first token. */
  readonly warm: (issuer: string | undefined) => void
  /** Lets the next verification ask once more for key documents that could not be had. */
  readonly forgetFailures: () => void
}

/** The one place where signatures are checked: every host and every back end goes through it. */
export function createVerifier({
  rules,
  algorithms,
  clockTolerance,
  clock,
  fetch,
  development,
}: VerifierSettings): Verifier {
  if (!(clockTolerance >= 0 && clockTolerance <= MAX_LIFETIME))
    throw new TypeError(`clockTolerance: expected seconds from 0 to ${MAX_LIFETIME}.`)
  const source = createKeySource(fetch, clock)

  function trustedRules(issuer: URL): readonly CompiledRule[] {
    return isLoopback(issuer.hostname) && !development ? [] : rulesFor(rules, issuer)
  }

  /** @throws {TokenRejectedError} `ERR_TOKEN_ISSUER` */
  function requireRules(issuer: URL): readonly CompiledRule[] {
    const deciding = trustedRules(issuer)
    if (deciding.length) return deciding
    throw new TokenRejectedError(
      'ERR_TOKEN_ISSUER',
      `No rule of \`trust\` names the issuer ${excerpt(issuer.origin)}.`,
      'iss',
    )
  }

  async function checkSignature(
    { token, issuer, algorithm, jku }: SignedToken,
    deciding: readonly CompiledRule[],
    signal: AbortSignal | undefined,
  ): Promise<void> {
    let keyless = true
    for (const rule of deciding) {
      const keys = await source.builtIn(rule, algorithm)
      keyless &&= !keys.length
      if (await isSignedByOne(keys, token, algorithm)) return
    }
    const url = parseKeyUrl(jku)
    // keys on this machine count for tenants on this machine, and for no others
    if (
      !url ||
      isLoopback(url.hostname) !== isLoopback(issuer.hostname) ||
      !deciding.some((rule) => rule.acceptsDocument(url))
    ) {
      if (jku === undefined && !keyless) throw badSignature()
      throw new TokenRejectedError(
        'ERR_TOKEN_KEY_UNTRUSTED',
        'The token names no key document at a place that `trust` lists for its issuer.',
        'jku',
      )
    }
    // keys rotate: the document may be newer than our copy
    for (const fresh of [false, true]) {
      if (!(await isSignedByOne(await source.document(url, algorithm, { fresh, signal }), token, algorithm))) continue
      source.confirm(url)
      return
    }
    throw badSignature()
  }

  return {
    async verify(token, { header, claims, canonical }, { checkIssuer, checkClaims, signal } = {}) {
      if (!canonical) throw new TokenRejectedError('ERR_TOKEN_MALFORMED', 'The token is not spelled the canonical way.')
      const algorithm = header['alg']
      if (typeof algorithm !== 'string' || !algorithms.has(algorithm) || 'crit' in header) {
        throw new TokenRejectedError(
          'ERR_TOKEN_ALGORITHM',
          `The algorithm "${excerpt(algorithm)}" is not allowed. See the option \`algorithms\`.`,
          'alg',
        )
      }
      const issuer = parseIssuer(claims['iss'])
      checkIssuer?.(issuer.origin)
      const deciding = requireRules(issuer)
      checkTime(claims, clock() / 1000, clockTolerance)
      checkClaims?.(claims)
      await checkSignature({ token, issuer, algorithm, jku: header['jku'] }, deciding, signal)
      return { claims: freezeClaims(claims), issuer: issuer.origin }
    },
    warm(issuer) {
      try {
        const [algorithm = ''] = algorithms
        for (const rule of trustedRules(parseIssuer(issuer))) source.builtIn(rule, algorithm).catch(() => undefined)
      } catch {
        // the hint is no issuer: nothing to prepare
      }
    },
    forgetFailures: source.forgetFailures,
  }
}

async function isSignedByOne(keys: readonly CryptoKey[], token: string, algorithm: string): Promise<boolean> {
  for (const key of keys) {
    try {
      await compactVerify(token, key, { algorithms: [algorithm] })
      return true
    } catch (error) {
      if (!(error instanceof JWSSignatureVerificationFailed)) throw badSignature(error)
    }
  }
  return false
}

function badSignature(cause?: unknown): TokenRejectedError {
  return new TokenRejectedError('ERR_TOKEN_SIGNATURE', 'No trusted key of the issuer signed the token.', undefined, {
    cause,
  })
}

function checkTime({ iat, exp, nbf }: Readonly<Record<string, unknown>>, now: number, tolerance: number): void {
  if (!isFinite(iat)) throw noLifetime('iat')
  if (!isFinite(exp) || exp - iat > MAX_LIFETIME || exp <= iat) throw noLifetime('exp')
  if (nbf !== undefined && !isFinite(nbf)) throw noLifetime('nbf')
  // written as negations, so that NaN fails closed
  if (!(exp > now - tolerance))
    throw new TokenRejectedError(
      'ERR_TOKEN_EXPIRED',
      'The token has expired. Is the clock of this device right?',
      'exp',
    )
  const [from, claim] = nbf !== undefined && nbf > iat ? [nbf, 'nbf'] : [iat, 'iat']
  if (!(from <= now + tolerance)) {
    throw new TokenRejectedError(
      'ERR_TOKEN_NOT_YET_VALID',
      'The token is not valid yet. Is the clock of this device right?',
      claim,
    )
  }
}

function noLifetime(claim: string): TokenRejectedError {
  return new TokenRejectedError(
    'ERR_TOKEN_LIFETIME',
    "The token's lifetime is missing or longer than 10 minutes.",
    claim,
  )
}

function isFinite(value: unknown): value is number {
  return Number.isFinite(value)
}
