import { excerpt } from '../errors.js'
import type { JWK } from 'jose'
import { isLoopback } from './loopback.js'
import { parseOrigin } from './issuer.js'
import { parseSecureUrl } from './secure-url.js'

/** Trusts an issuer and says which keys it may use. */
export interface TrustRule {
  /** The origin of a tenant, such as `https://home.example.com`. In `https://*.example.com`, `*` matches exactly one label. */
  readonly issuer: string
  /** Public keys of the issuer, or a function that returns them. It is called once, when the first token needs the keys. */
  readonly keys?: readonly JWK[] | (() => Promise<readonly JWK[]>)
  /** https URLs of key documents of the issuer. Each one matches itself and every URL below it, in whole path segments. */
  readonly jku?: readonly string[]
}

/** The key of settings that only {@link haiiloTrust} uses. A symbol, so that JSON cannot contain it. */
export const platform: unique symbol = Symbol.for('haiilo-kit.platform-trust')

/** A rule of {@link haiiloTrust}. */
export interface PlatformTrustRule extends TrustRule {
  readonly [platform]?: {
    /** Matches any tenant: on https, or on the local machine with keys on the local machine. */
    readonly any?: 'https' | 'loopback' | undefined
    /** The accepted file names of key documents. */
    readonly names?: RegExp | undefined
  }
}

/** A checked rule. */
export interface CompiledRule {
  readonly rule: PlatformTrustRule
  /** The number of labels in the issuer. Of the matching rules, only the most specific ones apply. */
  readonly specificity: number
  readonly matches: (issuer: URL) => boolean
  readonly acceptsDocument: (jku: URL) => boolean
}

/**
 * Checks the rules and prepares them for matching.
 *
 * @throws {TypeError} A rule is ambiguous: a `*` that is not the first label before at least two more, http, a path in `issuer`, or a
 *   query, a fragment or a user name in `jku`.
 */
export function compileTrust(rules: readonly TrustRule[]): readonly CompiledRule[] {
  if (!Array.isArray(rules)) throw new TypeError('trust: expected a list of rules, for instance haiiloTrust().')
  return rules.map((rule: PlatformTrustRule) => {
    const { any, names } = rule[platform] ?? {}
    const places = (rule.jku ?? []).map((place) => {
      const url = parseKeyUrl(place)
      if (url) return url
      throw new TypeError(`trust: jku "${excerpt(place)}" is not an https URL without query, fragment and user name.`)
    })
    return {
      rule,
      ...(any
        ? { specificity: 0, matches: (issuer) => isLoopback(issuer.hostname) === (any === 'loopback') }
        : compileIssuer(rule.issuer)),
      acceptsDocument: (jku) =>
        any === 'loopback'
          ? isLoopback(jku.hostname)
          : places.some((place) => isBelow(jku, place)) && (!names || names.test(fileName(jku))),
    }
  })
}

/** The first label of an origin. A wildcard matches if this label is the only difference. */
const FIRST_LABEL = /\/\/[^.]+/

function compileIssuer(issuer: string): Pick<CompiledRule, 'specificity' | 'matches'> {
  const wildcard = /^https:\/\/\*(?=(\.[^.*]+){2,}$)/.test(issuer)
  const url = parseOrigin(wildcard ? issuer.replace('*', 'x') : issuer)
  if (!url || issuer.indexOf('*', wildcard ? 9 : 0) >= 0) {
    throw new TypeError(
      `trust: issuer "${excerpt(issuer)}" is not an https origin or a wildcard such as https://*.example.com.`,
    )
  }
  return {
    specificity: wildcard ? url.host.split('.').length : Infinity,
    matches: ({ origin }) => (wildcard ? origin.replace(FIRST_LABEL, '//x') : origin) === url.origin,
  }
}

/** Returns the rules that apply to an issuer: the most specific ones that match. */
export function rulesFor(rules: readonly CompiledRule[], issuer: URL): readonly CompiledRule[] {
  const matching = rules.filter((rule) => rule.matches(issuer))
  const highest = Math.max(...matching.map((rule) => rule.specificity))
  return matching.filter((rule) => rule.specificity === highest)
}

/** Parses the URL of a key document. Returns `undefined` for a URL that is ambiguous, for instance because of percent-encoding. */
export function parseKeyUrl(text: unknown): URL | undefined {
  return typeof text !== 'string' || text.length > 2048 || /[\s\\?#@%]/.test(text) ? undefined : parseSecureUrl(text)
}

function isBelow(url: URL, place: URL): boolean {
  const folder = place.pathname.replace(/\/$/, '')
  return url.origin === place.origin && (url.pathname === folder || url.pathname.startsWith(`${folder}/`))
}

function fileName({ pathname }: URL): string {
  return pathname.split('/').findLast(Boolean) ?? ''
}
