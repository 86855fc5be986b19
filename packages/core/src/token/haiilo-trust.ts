import type { JWK } from 'jose'
import { excerpt } from '../errors.js'
import { parseIssuer } from './issuer.js'
import { productionKey, stagingKey } from './haiilo-keys.js'
import { compileTrust, platform, rulesFor, type PlatformTrustRule, type TrustRule } from './trust.js'

export interface HaiiloTrustOptions {
  /** Only these tenants, as origins. Default: every https tenant whose key document lies with the vendor. */
  readonly tenants?: readonly string[]
  /** Also the vendor's staging tenants. Default: false. */
  readonly staging?: boolean
  /** Further places of key documents, taken for every tenant whatever the document's name. */
  readonly jku?: readonly string[]
}

const documents = ['https://certificates.plugins.coyoapp.com/', 'https://plugins.coyoapp.com/certificate/']

/**
 * The trust of Haiilo Home: the vendor's built-in keys for `*.coyocloud.com`, and the vendor's key documents for any https tenant.
 *
 * Tenants on this very machine count with keys on this very machine, and only while the page itself is there: that is the sandbox. The
 * same rules in production trust nothing of it.
 *
 * @throws {TypeError} A tenant that is not an origin, or a place of key documents that is not an https URL.
 */
export function haiiloTrust({ tenants, staging = false, jku = [] }: HaiiloTrustOptions = {}): readonly TrustRule[] {
  /** The vendor's documents of certain names, and the application's own places. */
  function rulesOf(issuer: string, names: RegExp, keys: readonly JWK[] = [], any?: 'https'): PlatformTrustRule[] {
    return [
      { issuer, keys, jku: documents, [platform]: { any, names } },
      { issuer, jku, [platform]: { any } },
    ]
  }
  const rules = [
    ...rulesOf('https://*.coyocloud.com', /^coyocloud\.com/, [productionKey]),
    ...rulesOf('https://*', /^(?!coyostaging)/i, [], 'https'),
    // the vendor leaves two staging tenants out of the built-in key
    ...['*', 'next', 'next-pmm'].flatMap((label) => {
      const issuer = `https://${label}.coyostaging.com`
      // without `staging`, a rule without keys still decides for these tenants, and trusts nothing
      return staging ? rulesOf(issuer, /^coyostaging/, label === '*' ? [stagingKey] : []) : [{ issuer }]
    }),
  ]
  // a wrong place shall be told here, and not where the rules are used
  if (jku.length) compileTrust(rules)
  return [
    ...(tenants ? narrow(rules, tenants) : rules),
    { issuer: 'http://localhost', [platform]: { any: 'loopback' } } satisfies PlatformTrustRule,
  ]
}

/** The rules that decide for these tenants, for each tenant alone. */
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
  try {
    return parseIssuer(tenant)
  } catch (cause) {
    throw new TypeError(
      `haiiloTrust: tenant "${excerpt(tenant)}" is not an https origin such as https://acme.coyocloud.com.`,
      { cause },
    )
  }
}
