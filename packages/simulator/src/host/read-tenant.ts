import { excerpt, isLoopback } from '@haiilo-kit/core/token'
import type { TenantState } from './handshake-claims.js'
import type { SimulatedHostOptions, SimulatedUser } from './simulated-host.js'

/** What a simulated host is told at its start, with every default filled in. */
export interface Tenant {
  /** Address of the tenant as an origin. */
  readonly issuer: string
  /** What the first page is loaded with. */
  readonly state: TenantState
}

const somebody: SimulatedUser = {
  userId: 'user-1',
  userName: 'Ada',
  userEmail: 'ada@example.com',
  userLanguage: 'en',
}

/**
 * Fills in what the options leave open.
 *
 * @throws {TypeError} The tenant is neither an https address nor http on localhost.
 */
export function readTenant({ tenant, user, manifest, editing = false }: SimulatedHostOptions): Tenant {
  const { url, id: tenantId = 'tenant-1' } = typeof tenant === 'string' ? { url: tenant } : (tenant ?? {})
  const issuer = url === undefined ? ownOrigin() : parseIssuer(url)
  if (!issuer) throw new TypeError(`tenant: “${excerpt(url)}” is no https address, nor http on localhost.`)
  return {
    issuer,
    state: {
      tenantId,
      user: { ...somebody, ...user },
      // without a manifest everything is told, so that a first test needs none
      contextNames: manifest && (manifest.context ?? []),
      editing,
    },
  }
}

function ownOrigin(): string {
  const origin = (globalThis.location as Location | undefined)?.origin
  return parseIssuer(origin) ?? 'https://home.haiilo.test'
}

/** What a plug-in takes for an issuer: https, or http on this very machine. */
function parseIssuer(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined
  const { protocol, origin, hostname } = new URL(url)
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)) ? origin : undefined
}
