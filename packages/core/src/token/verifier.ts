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

/** In seconds. Tokens of Haiilo Home are valid for 60 s (src/protocol/README.md §3). */
const MAX_LIFETIME = 600

export interface VerifierSettings {
  readonly rules: readonly CompiledRule[]
  readonly algorithms: ReadonlySet<string>
  /** Seconds. */
  readonly clockTolerance: number
  readonly clock: () => number
  readonly fetch: typeof fetch
  /** Whether issuers and keys on the local machine are accepted. */
  readonly development: boolean
}

export interface VerifyStepOptions<Context> {
  /** Checks the issuer, as an origin, before any key is looked up. Throws to refuse the token. */
  readonly checkIssuer?: (issuer: string) => void
  /**
   * Checks the other claims, after the times and before any key is looked up, and returns what they say. Throws or rejects to refuse the
   * token.
   */
  readonly readContext: (claims: Claims, issuer: string) => Context | Promise<Context>
  readonly signal?: AbortSignal
}

interface Issuer {
  /** As the token spells it. */
  readonly text: unknown
  readonly origin: string
  readonly isLocal: boolean
  /** The rules that apply to it. Empty if it is not trusted. */
  readonly rules: readonly CompiledRule[]
}

interface SignedToken {
  readonly token: string
  readonly issuer: Issuer
  readonly algorithm: string
  readonly jku: unknown
}

interface Verified<Context> {
  readonly claims: Claims
  readonly context: Context
  /** As an origin. */
  readonly issuer: string
}

export interface Verifier {
  /**
   * Checks, in this order: encoding, algorithm, issuer, trust, times, other claims, key, signature. Checks that need no key come first, so
   * that a token that fails them causes no network request.
   *
   * @throws {TokenRejectedError} The first check that failed.
   */
  readonly verify: <Context>(
    token: string,
    decoded: DecodedToken,
    options: VerifyStepOptions<Context>,
  ) => Promise<Verified<Context>>
  /** Imports the built-in keys of an issuer before its first token arrives. */
  readonly importKeys: (issuer: string) => void
  /** Allows the next verification to fetch key documents again whose request failed. */
  readonly forgetFailures: () => void
}

/** The only place where signatures are verified, for plug-ins and for back ends. */
export function createVerifier({
  rules,
  algorithms,
  clockTolerance,
  clock,
  fetch,
  development,
}: VerifierSettings): Verifier {
  const source = createKeySource(fetch, clock)

  /** Nearly all tokens name the same issuer. Parsing a URL and comparing origins takes longer than decoding a token. */
  let latest: Issuer | undefined

  /** @throws {TokenRejectedError} `ERR_TOKEN_ISSUER` The issuer is not an origin. */
  function readIssuer(text: unknown): Issuer {
    if (latest && latest.text === text) return latest
    const url = parseIssuer(text)
    const isLocal = isLoopback(url.hostname)
    latest = { text, origin: url.origin, isLocal, rules: isLocal && !development ? [] : rulesFor(rules, url) }
    return latest
  }

  async function checkSignature(
    { token, issuer, algorithm, jku }: SignedToken,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    let hasKeys = false
    for (const rule of issuer.rules) {
      const keys = await source.builtIn(rule, algorithm)
      hasKeys ||= keys.length > 0
      if (await isSignedByAny(keys, token, algorithm)) return
    }
    const url = parseKeyUrl(jku)
    // keys on the local machine are accepted for tenants on the local machine only, and the reverse
    if (
      !url ||
      isLoopback(url.hostname) !== issuer.isLocal ||
      !issuer.rules.some((rule) => rule.acceptsDocument(url))
    ) {
      if (jku === undefined && hasKeys) throw signatureError()
      throw new TokenRejectedError(
        'ERR_TOKEN_KEY_UNTRUSTED',
        'The token names no key document that `trust` accepts for its issuer.',
        'jku',
      )
    }
    // keys rotate: fetch the document again if no key of the cached copy matches
    for (const fresh of [false, true]) {
      if (!(await isSignedByAny(await source.document(url, algorithm, { fresh, signal }), token, algorithm))) continue
      source.confirm(url)
      return
    }
    throw signatureError()
  }

  return {
    async verify(token, { header, claims, canonical }, { checkIssuer, readContext, signal }) {
      if (!canonical) throw new TokenRejectedError('ERR_TOKEN_MALFORMED', 'The token is not in canonical base64url.')
      const algorithm = header['alg']
      if (typeof algorithm !== 'string' || !algorithms.has(algorithm) || 'crit' in header) {
        throw new TokenRejectedError(
          'ERR_TOKEN_ALGORITHM',
          `The algorithm "${excerpt(algorithm)}" is not allowed. See the option \`algorithms\`.`,
          'alg',
        )
      }
      const issuer = readIssuer(claims['iss'])
      checkIssuer?.(issuer.origin)
      if (!issuer.rules.length) {
        throw new TokenRejectedError(
          'ERR_TOKEN_ISSUER',
          `The issuer ${excerpt(issuer.origin)} matches no rule of \`trust\`.`,
          'iss',
        )
      }
      checkTime(claims, clock() / 1000, clockTolerance)
      const frozen = freezeClaims(claims)
      const context = await readContext(frozen, issuer.origin)
      await checkSignature({ token, issuer, algorithm, jku: header['jku'] }, signal)
      return { claims: frozen, context, issuer: issuer.origin }
    },
    importKeys(issuer) {
      try {
        const [algorithm = ''] = algorithms
        for (const rule of readIssuer(issuer).rules) source.builtIn(rule, algorithm).catch(() => undefined)
      } catch {
        // the hint is not an issuer, so there is nothing to import
      }
    },
    forgetFailures: source.forgetFailures,
  }
}

/** @throws {TypeError} The tolerance is negative, or longer than the longest lifetime of a token. */
export function checkClockTolerance(seconds: number): void {
  if (!(seconds >= 0 && seconds <= MAX_LIFETIME))
    throw new TypeError(`clockTolerance: expected seconds from 0 to ${MAX_LIFETIME}.`)
}

async function isSignedByAny(keys: readonly CryptoKey[], token: string, algorithm: string): Promise<boolean> {
  for (const key of keys) {
    try {
      await compactVerify(token, key, { algorithms: [algorithm] })
      return true
    } catch (error) {
      if (!(error instanceof JWSSignatureVerificationFailed)) throw signatureError(error)
    }
  }
  return false
}

function signatureError(cause?: unknown): TokenRejectedError {
  return new TokenRejectedError(
    'ERR_TOKEN_SIGNATURE',
    'The token is not signed by a trusted key of its issuer.',
    undefined,
    {
      cause,
    },
  )
}

function checkTime({ iat, exp, nbf }: Readonly<Record<string, unknown>>, now: number, tolerance: number): void {
  if (!isFinite(iat)) throw lifetimeError('iat')
  if (!isFinite(exp) || exp - iat > MAX_LIFETIME || exp <= iat) throw lifetimeError('exp')
  if (nbf !== undefined && !isFinite(nbf)) throw lifetimeError('nbf')
  // written as negations, so that NaN fails closed
  if (!(exp > now - tolerance))
    throw new TokenRejectedError('ERR_TOKEN_EXPIRED', 'The token has expired. Check the clock of this device.', 'exp')
  const [from, claim] = nbf !== undefined && nbf > iat ? [nbf, 'nbf'] : [iat, 'iat']
  if (!(from <= now + tolerance)) {
    throw new TokenRejectedError(
      'ERR_TOKEN_NOT_YET_VALID',
      'The token is not valid yet. Check the clock of this device.',
      claim,
    )
  }
}

function lifetimeError(claim: string): TokenRejectedError {
  return new TokenRejectedError(
    'ERR_TOKEN_LIFETIME',
    "The token's lifetime is missing or longer than 10 minutes.",
    claim,
  )
}

function isFinite(value: unknown): value is number {
  return Number.isFinite(value)
}
