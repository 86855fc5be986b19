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
  const anyTenant = { issuer: 'https://*', [platform]: { any: 'https' } } as const
  const rules: PlatformTrustRule[] = [
    {
      issuer: 'https://*.coyocloud.com',
      keys: [productionKey],
      jku: documents,
      [platform]: { documents: /^coyocloud\.com/ },
    },
    { ...anyTenant, jku: documents, [platform]: { any: 'https', documents: /^(?!coyostaging)/ } },
    // without `staging` this rule still decides for staging tenants, and trusts nothing
    stagingRule('*', staging, [stagingKey]),
    // the vendor leaves these two out of the built-in staging key
    stagingRule('next', staging),
    stagingRule('next-pmm', staging),
    { issuer: 'https://*.coyocloud.com', jku },
    { ...anyTenant, jku },
  ]
  const compiled = tenants && compileTrust(rules)
  const narrowed = compiled
    ? tenants.flatMap((tenant) =>
        rulesFor(compiled, parseTenant(tenant)).map(({ rule }: { rule: PlatformTrustRule }): PlatformTrustRule => {
          const only = rule[platform]?.documents
          return { ...rule, issuer: tenant, [platform]: only ? { documents: only } : {} }
        }),
      )
    : rules
  return [...narrowed, { issuer: 'http://localhost', [platform]: { any: 'loopback' } } satisfies PlatformTrustRule]
}

function stagingRule(label: string, staging: boolean, keys: PlatformTrustRule['keys'] = []): PlatformTrustRule {
  const issuer = `https://${label}.coyostaging.com`
  return staging ? { issuer, keys, jku: documents, [platform]: { documents: /^coyostaging/ } } : { issuer }
}

function parseTenant(tenant: string): URL {
  try {
    return parseIssuer(tenant)
  } catch (cause) {
    throw new TypeError(`haiiloTrust: tenant "${tenant}" is not an https origin such as https://acme.coyocloud.com.`, {
      cause,
    })
  }
}
