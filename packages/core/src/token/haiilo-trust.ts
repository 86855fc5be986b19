import type { JWK } from 'jose'
import { excerpt } from '../errors.js'
import { parseOrigin } from './issuer.js'
import { productionKey } from './production-key.js'
import { compileTrust, platform, rulesFor, type PlatformTrustRule, type TrustRule } from './trust.js'

/** The options of `haiiloTrust`. */
export interface HaiiloTrustOptions {
  /** Only these tenants, as origins. Default: every https tenant whose key document is served by the vendor. */
  readonly tenants?: readonly string[]
  /** Whether to trust the vendor's staging tenants too. Default: false. */
  readonly staging?: boolean
  /** Further URLs of key documents, accepted for every tenant and with any file name. */
  readonly jku?: readonly string[]
}

const documents = ['https://certificates.plugins.coyoapp.com/', 'https://plugins.coyoapp.com/certificate/']

/**
 * Returns the trust rules of Haiilo Home: the vendor's built-in keys for `*.coyocloud.com`, and the vendor's key documents for any https
 * tenant.
 *
 * For the sandbox, tenants on the local machine are trusted with keys on the local machine, but only if the page is also served from
 * there. In production, the same rules do not trust them.
 *
 * @throws {TypeError} A tenant is not an origin, or a `jku` is not an https URL.
 */
export function haiiloTrust({ tenants, staging = false, jku = [] }: HaiiloTrustOptions = {}): readonly TrustRule[] {
  /** One rule for the vendor's documents with certain file names, and one for the option `jku`. */
  function rulesOf(issuer: string, names: RegExp, keys?: TrustRule['keys'], any?: 'https'): PlatformTrustRule[] {
    return [
      { issuer, ...(keys && { keys }), jku: documents, [platform]: { any, names } },
      { issuer, jku, [platform]: { any } },
    ]
  }
  const rules = [
    ...rulesOf('https://*.coyocloud.com', /^coyocloud\.com/, [productionKey]),
    ...rulesOf('https://*', /^(?!coyostaging)/i, undefined, 'https'),
    // the vendor does not use the built-in key for two staging tenants
    ...['*', 'next', 'next-pmm'].flatMap((label) => {
      const issuer = `https://${label}.coyostaging.com`
      // without `staging`, a rule without keys matches these tenants, so that no token of them is accepted
      return staging ? rulesOf(issuer, /^coyostaging/, label === '*' ? loadStagingKey : undefined) : [{ issuer }]
    }),
  ]
  // throw for an invalid `jku` here, and not when the rules are used
  if (jku.length) compileTrust(rules)
  return [
    ...(tenants ? narrow(rules, tenants) : rules),
    { issuer: 'http://localhost', [platform]: { any: 'loopback' } } satisfies PlatformTrustRule,
  ]
}

/** A key of 4096 random bits does not compress. Plug-ins that trust production only do not load it. */
async function loadStagingKey(): Promise<readonly JWK[]> {
  const { stagingKey } = await import('./staging-key.js')
  return [stagingKey]
}

/** Copies the rules that apply to these tenants, one copy per tenant. */
function narrow(rules: readonly PlatformTrustRule[], tenants: readonly string[]): PlatformTrustRule[] {
  const compiled = compileTrust(rules)
  return tenants.flatMap((tenant) =>
    rulesFor(compiled, parseTenant(tenant)).map(({ rule }) => ({
      ...rule,
      issuer: tenant,
      [platform]: { names: rule[platform]?.names },
    })),
  )
}

function parseTenant(tenant: string): URL {
  const url = parseOrigin(tenant)
  if (url) return url
  throw new TypeError(
    `haiiloTrust: tenant "${excerpt(tenant)}" is not an https origin such as https://acme.coyocloud.com.`,
  )
}
