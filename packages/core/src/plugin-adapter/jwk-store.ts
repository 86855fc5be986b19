import type { JWK } from 'jose'
import { haiiloTrust } from '../token/haiilo-trust.js'
import { parseOrigin } from '../token/issuer.js'
import { compileTrust, type TrustRule } from '../token/trust.js'
import { toIssuer } from './issuer-pattern.js'

/** A public key in the vendor's form. */
interface VendorJwk {
  readonly key: JWK
  /** Ignored: a key is used for the accepted algorithms only. */
  readonly alg?: unknown
}

/** A public key in the vendor's form, or as a bare JWK. */
export type Jwk = JWK | VendorJwk

/** What the adapters of this page trust, in addition to Haiilo Home itself. One for the page. */
export class JwkStore {
  static #instance: JwkStore | undefined

  readonly #keys = new Map<string, readonly JWK[]>()
  readonly #documents = new Set<string>()

  private constructor() {}

  /** Returns the one store of the page. */
  static getInstance(): JwkStore {
    return (JwkStore.#instance ??= new JwkStore())
  }

  /**
   * Trusts the key documents of an origin, for every https tenant.
   *
   * @param url https, or http on the local machine. Only its origin counts.
   * @throws {TypeError} The URL has neither.
   */
  addHost(url: string): void {
    const origin = originOf(url)
    haiiloTrust({ jku: [origin] })
    this.#documents.add(origin)
  }

  /**
   * Trusts keys of an issuer.
   *
   * @param test An origin, a wildcard such as `https://*.example.com`, or a simple regular expression with the same meaning.
   * @throws {TypeError} `test` is too general: it could match other sites.
   */
  addJwk(test: RegExp | string, ...jwks: readonly Jwk[]): void {
    const issuer = toIssuer(test)
    const added = jwks.map((jwk) => ('key' in jwk ? jwk.key : jwk))
    compileTrust([{ issuer }])
    this.#keys.set(issuer, [...(this.#keys.get(issuer) ?? []), ...added])
  }

  /** Forgets what was added. Adapters that are connected already keep what they trust. */
  reset(): void {
    this.#keys.clear()
    this.#documents.clear()
  }

  /** The rules for `createHaiiloHost`. */
  get trust(): readonly TrustRule[] {
    return [
      ...haiiloTrust({ jku: [...this.#documents] }),
      ...[...this.#keys].map(([issuer, keys]) => ({ issuer, keys })),
    ]
  }
}

function originOf(url: string): string {
  const origin = URL.canParse(url) ? new URL(url).origin : ''
  if (!parseOrigin(origin)) throw new TypeError('addHost: expected an https URL, or http on the local machine.')
  return origin
}
