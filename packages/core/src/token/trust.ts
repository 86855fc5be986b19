import { excerpt } from '../errors.js'
import { parseUrl } from '../lib/parse-url.js'
import type { JWK } from 'jose'
import { isLoopback } from './loopback.js'
import { parseOrigin } from './issuer.js'

/** Whose tokens count, and which keys count for them. */
export interface TrustRule {
  /** A tenant as an origin, `https://home.example.com`; or `https://*.example.com` for exactly one label in the place of `*`. */
  readonly issuer: string
  /** Public keys of that issuer; a function is asked once, when the first token needs them. */
  readonly keys?: readonly JWK[] | (() => Promise<readonly JWK[]>)
  /** Where key documents of that issuer may lie: https URLs, each standing for itself and all below it in whole path segments. */
  readonly jku?: readonly string[]
}

/** What only {@link haiiloTrust} can say in a rule. A symbol, so that no JSON can switch it on. */
export const platform: unique symbol = Symbol.for('haiilo-kit.platform-trust')

/** A rule of the platform itself. */
export interface PlatformTrustRule extends TrustRule {
  readonly [platform]?: {
    /** Any tenant at all: on https, or on this machine with keys on this machine. */
    readonly any?: 'https' | 'loopback' | undefined
    /** Which file names of key documents count. */
    readonly names?: RegExp | undefined
  }
}

/** A rule, read and checked. */
export interface CompiledRule {
  readonly rule: PlatformTrustRule
  /** The more labels a rule names, the more it counts; the most specific matching rules decide alone. */
  readonly specificity: number
  readonly matches: (issuer: URL) => boolean
  readonly acceptsDocument: (jku: URL) => boolean
}

/**
 * Reads the rules once.
 *
 * @throws {TypeError} A rule that could be misunderstood: a `*` elsewhere than in place of one label before two more, http, a path in
 *   `issuer`, or a query, a fragment or a user name in `jku`.
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

function compileIssuer(issuer: string): Pick<CompiledRule, 'specificity' | 'matches'> {
  const wildcard = /^https:\/\/\*(?=(\.[^.*]+){2,}$)/.test(issuer)
  const url = parseOrigin(wildcard ? issuer.replace('*', 'x') : issuer)
  if (!url || issuer.indexOf('*', wildcard ? 9 : 0) >= 0) {
    throw new TypeError(
      `trust: issuer "${excerpt(issuer)}" is neither an https origin nor https://*.example.com with one label in place of *.`,
    )
  }
  const suffix = url.host.slice(1)
  return wildcard
    ? {
        specificity: suffix.split('.').length,
        matches: (other) =>
          other.protocol === url.protocol &&
          other.host.endsWith(suffix) &&
          !other.host.slice(0, -suffix.length).includes('.') &&
          other.host !== suffix,
      }
    : { specificity: Infinity, matches: (other) => other.origin === url.origin }
}

/** Those rules that decide for an issuer: the most specific ones that match. */
export function rulesFor(rules: readonly CompiledRule[], issuer: URL): readonly CompiledRule[] {
  const matching = rules.filter((rule) => rule.matches(issuer))
  const most = Math.max(...matching.map((rule) => rule.specificity))
  return matching.filter((rule) => rule.specificity === most)
}

/** A place of key documents as a parsed URL; `undefined` for what could be read in two ways, such as anything percent-encoded. */
export function parseKeyUrl(text: unknown): URL | undefined {
  if (typeof text !== 'string' || text.length > 2048 || /[\s\\?#@%]/.test(text)) return undefined
  const url = parseUrl(text)
  return url && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) ? url : undefined
}

function isBelow(url: URL, place: URL): boolean {
  const folder = place.pathname.replace(/\/$/, '')
  return url.origin === place.origin && (url.pathname === folder || url.pathname.startsWith(`${folder}/`))
}

function fileName({ pathname }: URL): string {
  return pathname.split('/').findLast(Boolean) ?? ''
}
