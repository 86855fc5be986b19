import { excerpt, isLoopback } from '@haiilo-kit/core/token'
import type { TenantState } from './handshake-claims.js'
import type { SimulatedHostOptions, SimulatedUser } from './simulated-host.js'

/** The tenant of a simulated host, with all defaults filled in. */
export interface Tenant {
  /** The origin of the tenant's URL. */
  readonly issuer: string
  /** The state with which the first page is loaded. */
  readonly state: TenantState
}

const DEFAULT_USER: SimulatedUser = {
  userId: 'user-1',
  userName: 'Ada',
  userEmail: 'ada@example.com',
  userLanguage: 'en',
}

/**
 * Reads the tenant and the user from the options of a host.
 *
 * @throws {TypeError} The tenant is neither an https URL nor an http URL on localhost.
 */
export function readTenant({ tenant, user, manifest, editing = false }: SimulatedHostOptions): Tenant {
  const { url, id: tenantId = 'tenant-1' } = typeof tenant === 'string' ? { url: tenant } : (tenant ?? {})
  const issuer = url === undefined ? defaultIssuer() : parseIssuer(url)
  if (!issuer)
    throw new TypeError(`tenant: “${excerpt(url)}” is not valid. Use an https URL, or an http URL on localhost.`)
  return {
    issuer,
    state: {
      tenantId,
      user: { ...DEFAULT_USER, ...user },
      // without a manifest, all properties are sent, so that a first test needs no manifest
      contextNames: manifest && (manifest.context ?? []),
      editing,
    },
  }
}

function defaultIssuer(): string {
  const origin = (globalThis.location as Location | undefined)?.origin
  return parseIssuer(origin) ?? 'https://home.haiilo.test'
}

/** Returns the origin of a URL that a plug-in accepts as an issuer (https, or http on localhost), or `undefined`. */
function parseIssuer(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined
  const { protocol, origin, hostname } = new URL(url)
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)) ? origin : undefined
}
